import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExtractInput } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import { createPool } from '#platform/thread-pool.ts';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';

const seeds = resolve(import.meta.dirname, '../../../../shared/seed');

function input(kind: ExtractInput['kind'], text: string, more: Partial<ExtractInput> = {}): ExtractInput {
  return { kind, bytes: new TextEncoder().encode(text), address: null, charset: null, fileName: null, ...more };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof ArchiveError ? error.code : `a bug: ${String(error)}`;
  }
  return 'no error';
}

test.skipIf(!existsSync(seeds))(
  'the seed comes in as a proper article (skipped where ../shared/seed is absent)',
  () => {
    const [seed = ''] = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    const { metadata, text } = extract({
      ...input('text', ''),
      bytes: readFileSync(join(seeds, seed)),
      fileName: seed,
    });
    const paragraphs = text.split('\n\n');
    expect(metadata).toMatchObject({
      section: 'Political News',
      headline: 'Putin ready to meet Trump over arms race concerns',
      dek: expect.stringMatching(/^Russian President Vladimir Putin said Sunday he was ready/) as string,
      authors: ['Mohammed Tawfeeq', 'Samantha Beech', 'Angela Dewan'],
      agency: 'CNN',
      publishedAt: null,
      updatedAt: null,
      language: 'en',
      copyright: expect.stringMatching(/^Copyright 2024 by/) as string,
    });
    expect(paragraphs).toHaveLength(13);
    expect(paragraphs[0]).toMatch(/^Russian President Vladimir Putin said Sunday he was ready for a face-to-face/);
    expect(paragraphs.at(-1)).toMatch(/peninsula from Ukraine\.$/);
    expect(text).not.toContain('Copyright');
  },
);

test('an input without an article is refused with its reason', () => {
  expect(
    codeOf(() => extract(input('html', '<html><head><title>x</title></head><body><script>1</script></body></html>'))),
  ).toBe('no-article');
  expect(codeOf(() => extract(input('text', '\n \n')))).toBe('empty-input');
  expect(codeOf(() => extract(input('text', 'Copyright 2024 by Nobody\nAll rights reserved')))).toBe('no-article');
  expect(codeOf(() => extract(input('markdown', '---\ntitle: x\n---\n')))).toBe('no-article');
});

test('a page keeps its address and gets a canonical one', () => {
  const page = input(
    'html',
    `<title>T</title><p>${'Words of a story that is long enough to be one. '.repeat(10)}</p>`,
    { address: 'https://news.example/a-story-of-some-length?utm_source=x&id=3#top' },
  );
  expect(extract(page).metadata).toMatchObject({
    url: 'https://news.example/a-story-of-some-length?utm_source=x&id=3#top',
    canonicalUrl: 'https://news.example/a-story-of-some-length?id=3',
  });
});

test('the name of the file is the last resort for a headline', () => {
  const page = input('html', `<p>${'Words of a story that is long enough to be one. '.repeat(10)}</p>`, {
    fileName: '2020-01-02_the-lost-bell.html',
  });
  expect(extract(page)).toMatchObject({
    metadata: { headline: 'the lost bell' },
    notes: { headline: { confidence: 0.3, origin: 'file' } },
  });
});

test('a page of a megabyte of nested tags is read in a moment', () => {
  const started = performance.now();
  expect(codeOf(() => extract(input('html', `${'<div>'.repeat(200_000)}deep`)))).toBe('no error');
  expect(codeOf(() => extract(input('html', `${'<table><tr><td><a href=x>'.repeat(40_000)}deep`)))).toBe('no error');
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('a page is read on a thread of a pool, and a refusal keeps its code there', async () => {
  const pool = createPool<ExtractInput, ReturnType<typeof extract>>({
    entry: join(import.meta.dirname, 'extract-worker.ts'),
    size: 1,
    timeLimitMs: 30_000,
    memoryLimitMb: 512,
  });
  try {
    const draft = await pool.run(input('text', 'Bells\n\nThe bells rang at noon.'));
    expect(draft).toMatchObject({ metadata: { headline: 'Bells' }, text: 'The bells rang at noon.' });
    await expect(pool.run(input('text', ' '))).rejects.toMatchObject({ code: 'empty-input' });
  } finally {
    await pool.close();
  }
});
