import { expect, test } from 'vitest';
import type { MethodName } from '#contract/contract.ts';
import { createNewsReader } from './news.ts';

/** A cache that writes down which of some questions each invalidation touches, and a timer turned by hand. */
function aReader(questions: readonly (readonly [MethodName, unknown])[]) {
  const touched: string[][] = [];
  const due: (() => void)[] = [];
  const news = createNewsReader(
    {
      invalidate: (isTouched) => {
        const named = questions.filter(([method, input]) => isTouched(method, input)).map(([method]) => method);
        if (named.length > 0) touched.push(named);
      },
    },
    { set: (run) => due.push(run) },
  );
  return { ...news, touched, runDue: () => due.splice(0).forEach((run) => run()) };
}

test('a changed article drops that article and every list, and no other article', () => {
  const { read, touched } = aReader([
    ['articles.get', { id: 'a' }],
    ['articles.list', {}],
    ['shelves.get', {}],
    ['library.status', {}],
  ]);
  read({ type: 'articles.changed', ids: ['a'] });
  expect(touched).toEqual([['articles.get'], ['articles.list', 'shelves.get']]);
  const other = aReader([['articles.get', { id: 'b' }]]);
  other.read({ type: 'articles.changed', ids: ['a'] });
  expect(other.touched.flat()).toEqual([]);
});

test('changes too many to name drop every article', () => {
  const { read, touched } = aReader([['articles.get', { id: 'b' }]]);
  read({ type: 'articles.changed', ids: null });
  expect(touched.flat()).toEqual(['articles.get']);
});

test('a run of changes refreshes the lists once at its beginning and once after it', () => {
  const { read, touched, runDue } = aReader([['articles.list', {}]]);
  const refreshes = () => touched.flat().length;
  for (let count = 0; count < 50; count += 1) read({ type: 'articles.changed', ids: ['a'] });
  expect(refreshes()).toBe(1);
  runDue();
  expect(refreshes()).toBe(2);
  runDue();
  expect(refreshes()).toBe(2);
});

test('a library that is ready makes everything be asked anew', () => {
  const { read, touched } = aReader([
    ['library.status', {}],
    ['articles.get', { id: 'a' }],
  ]);
  read({ type: 'library.ready' });
  expect(touched).toEqual([['library.status', 'articles.get']]);
});

test('progress in the open article reaches the lists when one goes on, and at once when others change', () => {
  const { read, expectQuiet, catchUp, touched, runDue } = aReader([['articles.list', {}]]);
  const refreshes = () => touched.flat().length;
  expectQuiet('a');
  read({ type: 'articles.changed', ids: ['a'] });
  expect(refreshes()).toBe(0);
  catchUp();
  expect(refreshes()).toBe(1);
  runDue();
  catchUp();
  expect(refreshes()).toBe(1);

  expectQuiet('a');
  read({ type: 'articles.changed', ids: ['a', 'b'] });
  expect(refreshes()).toBe(2);
});

test('news of an act on the article that was read are not held back', () => {
  const { read, expectQuiet, expectNone, touched } = aReader([['articles.list', {}]]);
  expectQuiet('a');
  expectNone('a');
  read({ type: 'articles.changed', ids: ['a'] });
  expect(touched.flat()).toEqual(['articles.list']);
});

test('the counts of saved searches follow articles more slowly than lists, and a change of the searches at once', () => {
  const { read, touched, runDue } = aReader([
    ['searches.list', {}],
    ['searches.counts', {}],
  ]);
  read({ type: 'articles.changed', ids: ['a'] });
  read({ type: 'articles.changed', ids: ['b'] });
  expect(touched).toEqual([['searches.counts']]);
  read({ type: 'searches.changed' });
  expect(touched.at(-1)).toEqual(['searches.list', 'searches.counts']);
  runDue();
  expect(touched).toHaveLength(3);
});
