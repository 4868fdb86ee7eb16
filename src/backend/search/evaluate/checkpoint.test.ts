import { afterEach, beforeEach, expect, test } from 'vitest';
import { askedSignal } from '#platform/cancellation.ts';
import { anIndex, type TestIndex } from '#support/search-index.ts';

let index: TestIndex;

beforeEach(() => {
  index = anIndex();
  index.put(
    ...Array.from({ length: 60 }, (_, number) => ({
      id: `article${number}`,
      title: `Harbour day ${number}`,
      body: `Ship number ${number} was seen in the harbour, with a cargo of word${number % 7} and salt.`,
    })),
  );
});

afterEach(() => index[Symbol.dispose]());

/** A signal that another thread sets after the work has asked `count` times. */
function cancelledAfter(count: number): { signal: AbortSignal; asked: () => number } {
  let asked = 0;
  const signal = askedSignal(new AbortController(), () => ++asked > count);
  return { signal, asked: () => asked };
}

const queries = ['harbour salt', '"seen in the harbour"', 'wor*', 'harbuor~2', 'cargo nothinglikeit wrod3', '-salt'];

test.each(queries)('%s is given up wherever another thread calls it off, and the next answer is whole', (query) => {
  const whole = index.search(query);
  const { signal, asked } = cancelledAfter(Infinity);
  expect({ ...index.search(query, {}, signal), tookMs: 0 }).toEqual({ ...whole, tookMs: 0 });
  expect(asked()).toBeGreaterThan(2);
  for (let count = 0; count < asked(); count += 1) {
    const called = cancelledAfter(count);
    expect(() => index.search(query, {}, called.signal)).toThrow(expect.objectContaining({ code: 'cancelled' }));
    expect({ ...index.search(query), tookMs: 0 }).toEqual({ ...whole, tookMs: 0 });
  }
});

test('a query that nobody waits for any more is not begun', () => {
  const control = new AbortController();
  control.abort();
  expect(() => index.search('harbour', {}, control.signal)).toThrow(expect.objectContaining({ code: 'cancelled' }));
});

test('a hit is explained by itself, and what is not found has no reasons', () => {
  const [hit] = index.search('harbour word3', { explain: true }).hits;
  const explained = index.index.explain({ query: 'harbour word3', filter: {}, id: hit!.id as never });
  expect(explained).toMatchObject({ score: hit!.score, reasons: hit!.reasons });
  expect(index.index.explain({ query: 'word3', filter: {}, id: 'article1' as never })).toBeUndefined();
  expect(index.index.explain({ query: 'word3', filter: {}, id: 'nobody00' as never })).toBeUndefined();
});
