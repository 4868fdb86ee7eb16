import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** A map that names streets which are gone is worse than none. */
const root = path.resolve(import.meta.dirname, '../..');

const documents = [
  'README.md',
  ...markdownIn('docs'),
  ...markdownIn('src'),
  ...markdownIn('tests').filter(isOurs),
  ...markdownIn('config'),
];

function markdownIn(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => path.join(folder, file));
}

/** A page of the corpus is somebody's page; its links are part of the test. */
function isOurs(file: string): boolean {
  return !file.startsWith(path.join('tests', 'corpus') + path.sep) || path.basename(file) === 'README.md';
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
}

function headingAnchors(text: string): Set<string> {
  const headings = Array.from(text.matchAll(/^#+\s+(.*)$/gm), (match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
}

test('every link in the documents leads somewhere', () => {
  const broken: string[] = [];
  for (const document of documents) {
    const text = readFileSync(path.join(root, document), 'utf8');
    for (const [, target = ''] of withoutCode(text).matchAll(/\]\(([^)\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/i.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const place = file === '' ? path.join(root, document) : path.resolve(root, path.dirname(document), file);
      const isThere = existsSync(place);
      const hasAnchor =
        anchor === undefined ||
        !place.endsWith('.md') ||
        (isThere && headingAnchors(readFileSync(place, 'utf8')).has(anchor));
      if (!isThere || !hasAnchor) broken.push(`${document} links to ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

test('every file of the source that a document names is there', () => {
  const missing: string[] = [];
  for (const document of documents) {
    const text = readFileSync(path.join(root, document), 'utf8');
    for (const [, file = ''] of text.matchAll(/`((?:src|tests|scripts|config|docs|resources)\/[\w./-]+\.\w+)`/g)) {
      if (!existsSync(path.join(root, file))) missing.push(`${document} names ${file}`);
    }
  }
  expect(missing).toEqual([]);
});
