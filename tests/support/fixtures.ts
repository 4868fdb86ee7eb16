import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CaptureKind } from '#contract/draft.ts';
import { extract } from '#backend/extract/extract.ts';

/** What a fixture's expectations hold. */
export type Expectation = { readonly json: string; readonly html: string };

const kinds: Readonly<Record<string, CaptureKind>> = {
  'source.html': 'html',
  'source.md': 'markdown',
  'source.txt': 'text',
};

/** The folders of a corpus: `<subject>--<case>`. */
export function fixtureNames(corpus: string): string[] {
  return readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Extracts a fixture's source and writes the draft as its expectations are written. Pages come from an invented address. */
export function extractFixture(folder: string): Expectation {
  const source = readdirSync(folder).find((name) => kinds[name] !== undefined) ?? '';
  const kind = kinds[source];
  if (kind === undefined) throw new Error(`${folder} has no source.html, source.md or source.txt`);
  const address = kind === 'html' ? `https://news.example/stories/${basename(folder)}` : null;
  const {
    html,
    text: _text,
    ...draft
  } = extract({ kind, bytes: readFileSync(join(folder, source)), address, charset: null, fileName: null });
  return { json: `${JSON.stringify(draft, null, 2)}\n`, html: `${html}\n` };
}
