/**
 * Invents news articles: the same seed, the same articles, however many are asked for.
 *
 * Words follow Zipf's law over a vocabulary that keeps growing (made of syllables), so that an
 * index sees what it would see in a real archive. Nothing here was ever printed.
 */
export type InventedArticle = {
  readonly number: number;
  readonly headline: string;
  readonly dek: string;
  readonly section: string;
  readonly source: string;
  readonly authors: readonly string[];
  readonly publishedAt: string;
  readonly url: string;
  readonly paragraphs: readonly string[];
};

const openings = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea'];
const endings = ['', 'l', 'n', 'r', 's', 't', 'nd', 'ck', 'm'];
const sections = ['World', 'Politics', 'Business', 'Science', 'Culture', 'Sport', 'Opinion', 'Local'];
const sources = ['The Harbour Post', 'Morning Ledger', 'Northfield Courier', 'City Sentinel', 'The Lantern'];
const firstNames = [
  'Ada',
  'Bruno',
  'Clara',
  'Dmitri',
  'Elena',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kirsten',
  'Leo',
];
const familyNames = [
  'Abbott',
  'Brandt',
  'Castellan',
  'Duarte',
  'Eriksen',
  'Fontaine',
  'Grigore',
  'Hartley',
  'Ivers',
  'Jansen',
];
const joiners = ['the', 'of', 'and', 'to', 'in', 'that', 'on', 'for', 'with', 'after', 'said', 'will'];

/** A small seeded generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The word of a rank: rank 1 is the most frequent. */
function wordOf(rank: number): string {
  const random = seeded(rank * 7919 + 13);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const syllables = 1 + Math.floor(random() * 2) + (rank > 300 ? 1 : 0);
  let word = '';
  for (let index = 0; index < syllables; index += 1) word += pick(openings) + pick(vowels);
  return word + pick(endings);
}

export function inventArticle(number: number, options: { readonly words?: number } = {}): InventedArticle {
  const random = seeded(number + 1);
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  // Zipf by inversion; the tail reaches further the more articles there are.
  const vocabulary = 2000 + number * 3;
  const word = () => (random() < 0.35 ? pick(joiners) : wordOf(Math.floor(vocabulary ** random())));
  const sentence = (length: number) => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const headline = sentence(5 + Math.floor(random() * 5)).slice(0, -1);
  const paragraphs: string[] = [];
  for (let left = options.words ?? 250 + Math.floor(random() * 500); left > 0;) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      sentence(8 + Math.floor(random() * 14)),
    );
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    left -= paragraph.split(' ').length;
  }
  const day = new Date(Date.UTC(1998, 0, 1) + Math.floor(random() * 10_000) * 86_400_000).toISOString().slice(0, 10);
  const authors = Array.from(
    { length: 1 + Math.floor(random() * 2) },
    () => `${pick(firstNames)} ${pick(familyNames)}`,
  );
  return {
    number,
    headline,
    dek: sentence(12),
    section: pick(sections),
    source: pick(sources),
    authors: [...new Set(authors)],
    publishedAt: day,
    url: `https://news.example/${day.replaceAll('-', '/')}/story-${number}`,
    paragraphs,
  };
}

/** The article as the page of a newspaper's site, with the furniture such pages have. */
export function asPage(article: InventedArticle): string {
  const structured = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.dek,
    datePublished: article.publishedAt,
    articleSection: article.section,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: article.source },
  });
  const links = Array.from({ length: 12 }, (_, index) => `<li><a href="/more/${index}">More ${index}</a></li>`).join(
    '',
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${article.headline} - ${article.source}</title>
<link rel="canonical" href="${article.url}"><script type="application/ld+json">${structured}</script></head>
<body><header><nav><ul>${links}</ul></nav></header><main><article><p class="section">${article.section}</p>
<h1>${article.headline}</h1><p class="dek">${article.dek}</p><p class="byline">By ${article.authors.join(' and ')}</p>
${article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article></main>
<footer><ul>${links}</ul><p>All rights reserved.</p></footer></body></html>`;
}

/** The article as plain text, one paragraph a line, as people paste it. */
export function asText(article: InventedArticle): string {
  const head = [article.section, article.headline, article.dek, `By ${article.authors.join(' and ')}`];
  return `${[...head, ...article.paragraphs].join('\n\n')}\n`;
}
