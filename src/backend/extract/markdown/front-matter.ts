import { parse } from 'yaml';
import { readMachineDate } from '../metadata/dates.ts';
import { collectFindings, type Findings } from '../metadata/findings.ts';
import { languageTag } from '../metadata/language.ts';
import { readCredit } from '../metadata/people.ts';
import { tidyLine, tidyProse } from '../metadata/tidy.ts';

export type FrontMatter = {
  readonly findings: Findings;
  /** The document below the front matter. */
  readonly body: string;
};

const longestFrontMatter = 64 * 1024;

/**
 * Names under which programs keep the same thing: Obsidian's clipper, Jekyll and Hugo, Omnivore,
 * Readwise, Zotero's and Joplin's exports. The first that has a value wins.
 */
const keys = {
  headline: ['title', 'headline', 'name'],
  dek: ['description', 'subtitle', 'dek', 'summary', 'excerpt', 'abstract', 'standfirst'],
  authors: ['author', 'authors', 'byline', 'by', 'creator'],
  publishedAt: [
    'published',
    'publishedat',
    'datepublished',
    'date_published',
    'published_date',
    'publish_date',
    'pubdate',
    'date',
    'issued',
  ],
  updatedAt: ['updated', 'updatedat', 'modified', 'lastmod', 'last_modified', 'last_modified_at', 'date_modified'],
  url: ['source', 'url', 'link', 'source_url', 'original_url', 'permalink', 'canonical', 'canonical_url', 'uri'],
  source: ['site', 'site_name', 'sitename', 'publication', 'publisher', 'website', 'journal'],
  section: ['section', 'category', 'categories'],
  language: ['lang', 'language', 'locale'],
  copyright: ['copyright', 'rights'],
  agency: ['agency'],
  dateline: ['dateline', 'place'],
} as const;

/** Reads the YAML block at the head of a Markdown document; a block that is no YAML map stays text. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const values = match === null || (match[1] ?? '').length > longestFrontMatter ? null : readYaml(match[1] ?? '');
  if (match === null || values === null) return { findings: {}, body: text };
  return { findings: readValues(values), body: text.slice(match[0].length) };
}

function readYaml(yaml: string): ReadonlyMap<string, unknown> | null {
  try {
    // The core schema knows no dates and no own types: everything stays what was written.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 20, logLevel: 'silent' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(
      Object.entries(value).map(([key, held]) => [key.toLowerCase().replaceAll('-', '_'), held as unknown]),
    );
  } catch {
    // A rule between two lines of hyphens is no front matter; the text then stays as it is.
    return null;
  }
}

function readValues(values: ReadonlyMap<string, unknown>): Findings {
  const fields = collectFindings('front-matter');
  each(keys.headline, (value, key) => fields.add('headline', tidyLine(firstText(value)), 0.95, key));
  each(keys.dek, (value, key) => fields.add('dek', tidyProse(firstText(value)), 0.8, key));
  each(keys.authors, (value, key) => {
    const names = allTexts(value).flatMap((line) => readCredit(line.replaceAll(/^\[\[|\]\]$/g, '')).authors);
    fields.add('authors', [...new Set(names)], 0.9, key);
    fields.add(
      'byline',
      tidyLine(
        allTexts(value)
          .join(', ')
          .replaceAll(/\[\[|\]\]/g, ''),
      ),
      0.8,
      key,
    );
  });
  each(keys.publishedAt, (value, key) =>
    fields.add('publishedAt', readMachineDate(firstText(value) ?? ''), key === 'date' ? 0.8 : 0.9, key),
  );
  each(keys.updatedAt, (value, key) => fields.add('updatedAt', readMachineDate(firstText(value) ?? ''), 0.9, key));
  each(keys.url, (value, key) => fields.add('url', addressIn(firstText(value)), 0.9, key));
  each(keys.source, (value, key) => fields.add('source', tidyLine(firstText(value)), 0.9, key));
  // Obsidian's clipper calls the address "source"; elsewhere it is the publication's name.
  each(['source'], (value, key) =>
    fields.add('source', addressIn(firstText(value)) === null ? tidyLine(firstText(value)) : null, 0.8, key),
  );
  each(keys.section, (value, key) => fields.add('section', tidyLine(firstText(value)), 0.8, key));
  each(keys.language, (value, key) => fields.add('language', languageTag(firstText(value)), 0.9, key));
  each(keys.copyright, (value, key) => fields.add('copyright', tidyLine(firstText(value)), 0.9, key));
  each(keys.agency, (value, key) => fields.add('agency', tidyLine(firstText(value)), 0.9, key));
  each(keys.dateline, (value, key) => fields.add('dateline', tidyLine(firstText(value)), 0.9, key));
  return fields.findings;

  function each(names: readonly string[], take: (value: unknown, key: string) => void): void {
    for (const name of names) if (values.has(name)) take(values.get(name), name);
  }
}

function addressIn(value: string | null): string | null {
  return value !== null && /^https?:\/\/\S+$/.test(value.trim()) ? value.trim() : null;
}

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return (value as unknown[]).flatMap(allTexts);
  if (typeof value === 'object' && value !== null && 'name' in value) return allTexts(value.name);
  return [];
}

function firstText(value: unknown): string | null {
  return allTexts(value)[0] ?? null;
}
