import type { SafeHtml } from '#contract/draft.ts';
import type { Metadata } from '#contract/article.ts';
import { damaged } from './snapshot-record.ts';

/**
 * article.html: the clean article as a page of its own, to be read in any browser without Pressmark.
 *
 *   <!doctype html> … head: policy, style …
 *   <header> kicker, headline, dek, byline, dates </header>
 *   <!--pressmark:body-->            ┐ exactly the sanitised body, so that
 *   …                                │ it can be cut out again byte for byte
 *   <!--/pressmark:body-->           ┘
 *   <footer> source, copyright, when it was kept </footer>
 *
 * Sanitised HTML holds no comments and the head is escaped, so the first opening marker and the last
 * closing one are always ours.
 */
const openingMarker = '<!--pressmark:body-->\n';
const closingMarker = '\n<!--/pressmark:body-->';

/** Nothing may run or be fetched, even if the sanitiser had missed something. */
const policy = "default-src 'none'; img-src 'self' data: file:; style-src 'unsafe-inline'";

export type PageFacts = {
  readonly metadata: Metadata;
  readonly headline: string;
  readonly capturedAt: string;
  readonly html: SafeHtml;
};

export function renderPage(facts: PageFacts): string {
  const { metadata, headline, html } = facts;
  const language = metadata.language === null ? '' : ` lang="${escape(metadata.language)}"`;
  return `<!doctype html>
<html${language}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Pressmark">
<title>${escape(headline)}</title>
<style>${style}</style>
</head>
<body>
<article dir="auto">
${head(facts)}
<main>
${openingMarker}${html}${closingMarker}
</main>
${foot(facts)}
</article>
</body>
</html>
`;
}

/** The sanitised body of a page that `renderPage` made; throws `library-damaged` when the markers are gone. */
export function cutBody(page: string, path: string): SafeHtml {
  const start = page.indexOf(openingMarker);
  const end = page.lastIndexOf(closingMarker);
  if (start === -1 || end < start + openingMarker.length) throw damaged(path, 'the marks around its text are gone');
  // It was `SafeHtml` when it was written, and the window sanitises again what it shows.
  return page.slice(start + openingMarker.length, end) as SafeHtml;
}

function head({ metadata, headline, html }: PageFacts): string {
  const lines = [
    tagged('p', 'kicker', metadata.kicker ?? metadata.section),
    tagged('h1', '', headline),
    tagged('p', 'dek', opensWith(html, metadata.dek) ? null : metadata.dek),
    tagged('p', 'byline', bylineOf(metadata)),
    tagged('p', 'dates', datesOf(metadata)),
  ];
  return `<header>\n${lines.filter((line) => line !== '').join('\n')}\n</header>`;
}

function foot({ metadata, capturedAt }: PageFacts): string {
  const lines = [
    tagged('p', 'correction', metadata.correction),
    sourceLine(metadata),
    tagged('p', '', metadata.copyright),
    tagged('p', '', `Kept on ${capturedAt.slice(0, 10)}`),
  ];
  return `<footer>\n${lines.filter((line) => line !== '').join('\n')}\n</footer>`;
}

/** Many agencies print the first sentence as the dek too: once is enough. */
function opensWith(html: string, dek: string | null): boolean {
  if (dek === null) return false;
  const opening = html.slice(0, dek.length * 2 + 500).replace(/<[^>]*>/g, '');
  return plain(opening).startsWith(plain(escape(dek)));
}

/** Letters and digits alone: quotation marks and references stand differently in text and markup. */
function plain(text: string): string {
  return text
    .replace(/&[#\w]+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function bylineOf({ byline, authors, agency }: Metadata): string | null {
  const people = byline ?? (authors.length > 0 ? authors.join(', ') : null);
  if (people === null) return agency;
  return agency === null || people.includes(agency) ? `By ${people}` : `By ${people} (${agency})`;
}

function datesOf({ publishedAt, updatedAt, dateline, section, kicker }: Metadata): string | null {
  const parts = [
    dateline,
    publishedAt === null ? null : readableMoment(publishedAt),
    updatedAt === null ? null : `updated ${readableMoment(updatedAt)}`,
    kicker === null ? null : section,
  ];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(' · ');
}

/** A moment as a reader would write it, in the offset it was printed with: `2018-06-10, 08:30 +02:00`. */
function readableMoment(moment: string): string {
  const [day = moment, time] = moment.split('T');
  if (time === undefined) return day;
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(time)?.[1] ?? '';
  return `${day}, ${time.slice(0, 5)} ${offset === 'Z' ? 'UTC' : offset}`;
}

/** The address stands as text with a link: a link fetches nothing until it is followed. */
function sourceLine({ source, canonicalUrl, url }: Metadata): string {
  const address = canonicalUrl ?? url;
  const name = source ?? address;
  if (name === null) return '';
  if (address === null || !/^https?:\/\//i.test(address)) return tagged('p', 'source', name);
  return `<p class="source"><a href="${escape(address)}" rel="noreferrer">${escape(name)}</a></p>`;
}

function tagged(name: string, className: string, text: string | null): string {
  if (text === null || text.trim() === '') return '';
  const attribute = className === '' ? '' : ` class="${className}"`;
  return `<${name}${attribute}>${escape(text)}</${name}>`;
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1a17;--quiet:#6b655c;--line:#dcd6cb;--accent:#8a2b1d}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#e6e1d8;--quiet:#9c958a;--line:#37332d;--accent:#e08a78}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.6 "Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,"Noto Serif",serif;text-rendering:optimizeLegibility;hyphens:auto;overflow-wrap:break-word}
article{max-width:38rem;margin:0 auto;padding:clamp(1.5rem,6vw,4.5rem) 1.25rem 5rem}
header{border-bottom:1px solid var(--line);padding-bottom:1.25rem;margin-bottom:2rem}
header p{margin:.5rem 0}
h1{font-size:clamp(1.9rem,5.5vw,2.75rem);line-height:1.12;font-weight:700;letter-spacing:-.012em;margin:.35rem 0 .75rem;text-wrap:balance;hyphens:manual}
h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .5em;hyphens:manual}
.kicker{color:var(--accent);font:600 .8125rem/1.4 system-ui,sans-serif;letter-spacing:.07em;text-transform:uppercase}
.dek{font-size:1.3rem;line-height:1.42;color:var(--quiet);font-style:italic}
.byline,.dates,footer{font:.875rem/1.5 system-ui,sans-serif;color:var(--quiet)}
.byline{color:var(--ink);margin-top:1rem}
p{margin:0 0 1.1em}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.15em}
img,video,svg{max-width:100%;height:auto}
figure{margin:2em 0}
figcaption{font:.8125rem/1.45 system-ui,sans-serif;color:var(--quiet);margin-top:.5em}
blockquote{margin:1.5em 0;padding-left:1.25em;border-left:3px solid var(--line);font-style:italic}
pre,code{font:.875em/1.5 ui-monospace,Menlo,Consolas,monospace}
pre{overflow-x:auto;padding:1em;border:1px solid var(--line)}
table{border-collapse:collapse;display:block;max-width:100%;overflow-x:auto;font-size:.95em}
td,th{border:1px solid var(--line);padding:.4em .6em;text-align:left;vertical-align:top}
hr{border:0;border-top:1px solid var(--line);margin:2.5em 0}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.25rem}
footer p{margin:.35rem 0}
footer .correction{color:var(--ink)}
@media print{body{background:#fff;color:#000;font-size:11pt}article{max-width:none;padding:0}}
`;
