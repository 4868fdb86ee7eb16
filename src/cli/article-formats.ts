import { stringify } from 'yaml';
import type { Backend } from '#backend/backend.ts';
import type { Article } from '#contract/article.ts';
import { placeOfDek } from '#contract/dek.ts';

/** The article as one reads it: its head, then the paragraphs. */
export function asText(article: Article): string {
  const head = [article.kicker ?? article.section, article.headline, dekAbove(article), credit(article)];
  const foot = [article.correction, article.copyright, article.canonicalUrl ?? article.url];
  const parts = [present(head).join('\n'), article.text, present(foot).join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The dek, where it does not open the story anyway. */
function dekAbove(article: Article): string | null {
  return placeOfDek(article) === 'above' ? article.dek : null;
}

/** Who, from where, for whom, when: "Ada Example, Paul Muster · CNN · 2018-06-10". */
function credit(article: Article): string | null {
  const byline = article.authors.length > 0 ? article.authors.join(', ') : article.byline;
  const facts = present([
    byline,
    article.source ?? article.agency,
    article.dateline,
    article.publishedAt?.slice(0, 10) ?? null,
  ]);
  return facts.length === 0 ? null : facts.join(' · ');
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text): text is string => text !== null && text !== '');
}

const frontMatterFields = [
  'id',
  'headline',
  'kicker',
  'dek',
  'byline',
  'authors',
  'dateline',
  'publishedAt',
  'updatedAt',
  'section',
  'agency',
  'source',
  'url',
  'canonicalUrl',
  'language',
  'copyright',
  'tags',
  'state',
  'favourite',
  'savedAt',
] as const satisfies readonly (keyof Article)[];

/** Markdown with the metadata as front matter, fit for other programs. */
export async function asMarkdown(article: Article): Promise<string> {
  // Loaded only here: no other command turns HTML into Markdown.
  const { htmlToMarkdown } = await import('#backend/backend.ts');
  const facts = frontMatterFields.map((field) => [field, article[field]] as const);
  const known = facts.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  const body = htmlToMarkdown(toLibraryPaths(article));
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n\n# ${article.headline}\n\n${body.trim()}\n`;
}

/** Pictures by where they lie in the library folder, since a text on its own has no `/library/` to load from. */
function toLibraryPaths({ html, id, folder }: Article): string {
  return html.replaceAll(`src="/library/${id}/`, `src="${encodeURI(folder)}/`);
}

const style = `
  body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif; color: #1c1b19; background: #fffdf9; }
  header { margin-bottom: 2rem; } h1 { line-height: 1.15; margin: 0.25rem 0; } .kicker, .credit, footer { font-size: 0.9rem; color: #5d5a55; }
  .dek { font-size: 1.2rem; } img { max-width: 100%; height: auto; } blockquote { border-left: 3px solid #d8d2c6; margin-left: 0; padding-left: 1rem; }
  pre { overflow-x: auto; } footer { margin-top: 3rem; border-top: 1px solid #d8d2c6; padding-top: 1rem; }
`;

/**
 * A page that stands alone: pictures as `data:` inside it, so that it shows the same anywhere and
 * asks nobody for anything. Its own policy would stop it if it tried.
 */
export async function asHtml(article: Article, asset: Backend['asset']): Promise<string> {
  const line = (tag: string, name: string, text: string | null) =>
    text === null ? '' : `<${tag} class="${name}">${escapeHtml(text)}</${tag}>\n`;
  return `<!doctype html>
<html lang="${escapeHtml(article.language ?? 'und')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(article.headline)}</title>
<style>${style}</style>
</head>
<body>
<article>
<header>
${line('p', 'kicker', article.kicker ?? article.section)}<h1>${escapeHtml(article.headline)}</h1>
${line('p', 'dek', dekAbove(article))}${line('p', 'credit', credit(article))}</header>
${await withPicturesInside(article.html, asset)}
</article>
<footer>
${line('p', 'correction', article.correction)}${line('p', 'copyright', article.copyright)}${line('p', 'address', article.canonicalUrl ?? article.url)}</footer>
</body>
</html>`;
}

/** The sanitiser writes attributes in one way only, `name="value"`, so a pattern finds every picture. */
async function withPicturesInside(html: string, asset: Backend['asset']): Promise<string> {
  const addresses = new Set(Array.from(html.matchAll(/src="\/library\/([^"]+)"/g), (match) => match[1] ?? ''));
  let result = html;
  for (const address of addresses) {
    const found = await asset(decodeURI(address.replaceAll('&amp;', '&')));
    const inside =
      found === undefined ? '' : `data:${found.mediaType};base64,${Buffer.from(found.bytes).toString('base64')}`;
    result = result.replaceAll(`src="/library/${address}"`, `src="${inside}"`);
  }
  return result;
}

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}
