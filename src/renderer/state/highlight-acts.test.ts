import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Message } from './announcer.ts';
import { createHighlightActs } from './highlight-acts.ts';

const name = { article: '7y63m6zx' as ArticleId, id: 'highlight0001' };

function actsOver(answer: () => unknown) {
  const said: Message[] = [];
  const dropped: string[] = [];
  const undone: (string | null)[] = [];
  const copied: string[] = [];
  const shown: unknown[] = [];
  const acts = createHighlightActs({
    client: { call: async () => answer() } as unknown as Pick<Client, 'call'>,
    cache: {
      patch: (_, change) => {
        for (const filter of [{ article: name.article }, { article: name.article, colour: 'pink' }, {}])
          shown.push(
            (change as unknown as (page: object, input: object) => object)({ total: 0, highlights: [] }, { filter }),
          );
      },
      invalidate: (isTouched) => {
        for (const method of ['highlights.list', 'highlights.counts', 'articles.get'] as const)
          if (isTouched(method, {})) dropped.push(method);
      },
    },
    announcer: { say: (message) => said.push(message) },
    undo: async (handle) => void undone.push(handle),
    copy: async (words) => void copied.push(words),
    save: (fileName, words) => copied.push(`${fileName}: ${words}`),
  });
  return { acts, said, dropped, undone, copied, shown };
}

test('a change is said, can be undone from there, and drops what was known of highlights', async () => {
  const { acts, said, dropped, undone } = actsOver(() => ({ changed: 1, undo: 'device/7' }));
  expect(await acts.change(name, { colour: 'pink' })).toBe(true);
  expect(said).toMatchObject([{ text: 'Highlight changed', tone: 'done', action: { label: 'Undo' } }]);
  expect(dropped).toEqual(['highlights.list', 'highlights.counts']);
  said[0]?.action?.run();
  expect(undone).toEqual(['device/7']);
});

test('what changed nothing is not spoken of, and what failed is', async () => {
  const quiet = actsOver(() => ({ changed: 0, undo: null }));
  expect(await quiet.acts.remove(name)).toBe(true);
  expect(quiet.said).toEqual([]);
  const failing = actsOver(() => {
    throw new ArchiveError('disk-full', 'no room');
  });
  expect(await failing.acts.annotate(name.article, 'words')).toBe(false);
  expect(failing.said).toMatchObject([{ tone: 'failed' }]);
});

test('Markdown goes to the clipboard or into a file; where there is none, that is said', async () => {
  const some = actsOver(() => ({ highlights: 2, markdown: '> words\n' }));
  await some.acts.copyMarkdown({});
  await some.acts.saveMarkdown({}, 'Highlights.md');
  expect(some.copied).toEqual(['> words\n', 'Highlights.md: > words\n']);
  const none = actsOver(() => ({ highlights: 0, markdown: '' }));
  await none.acts.copyMarkdown({});
  expect(none.said).toMatchObject([{ text: 'There are no highlights here yet' }]);
});

test('a mark is shown among those of its article before it is kept, and asked for anew when it was not', async () => {
  const failing = actsOver(() => {
    throw new ArchiveError('disk-full', 'no room');
  });
  const { article, id } = name;
  const anchor = {
    snapshot: '20261123T090000Z',
    exact: 'words',
    prefix: '',
    suffix: '',
    start: 0,
    end: 5,
  };
  const of = { id: article, headline: 'A head', authors: [], source: null, publishedAt: null, url: null };
  const kept = failing.acts.add({ article, id, anchor, colour: 'blue' }, of);
  expect(failing.shown).toMatchObject([
    { total: 1, highlights: [{ id, anchor, colour: 'blue', article: of }] },
    { total: 0 },
    { total: 0 },
  ]);
  expect(failing.dropped).toEqual([]);
  expect(await kept).toBe(false);
  expect(failing.dropped).toEqual(['highlights.list', 'highlights.counts']);
});
