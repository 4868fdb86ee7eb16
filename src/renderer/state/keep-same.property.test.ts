import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSame } from './keep-same.ts';

/** Small values over few letters, so that two of them often have parts in common. */
const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: true });

test('what comes out says the same as what came, whatever was known', () => {
  fc.assert(
    fc.property(value, value, (known, next) => {
      const before = JSON.stringify(known);
      expect(keepSame(known, next)).toEqual(next);
      expect(JSON.stringify(known)).toBe(before);
    }),
  );
});

test('what did not change is the very thing that was known', () => {
  fc.assert(
    fc.property(value, (known) => {
      expect(keepSame(known, structuredClone(known))).toBe(known);
    }),
  );
});

test('an item put into a list, or taken out, leaves all others the very same', () => {
  const items = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(items, fc.nat(), (numbers, place) => {
      const known = numbers.map((number) => ({ number, parts: [{ number }] }));
      const at = place % known.length;
      const longer = [
        ...structuredClone(known.slice(0, at)),
        { number: -1, parts: [] },
        ...structuredClone(known.slice(at)),
      ];
      const grown = keepSame(known, longer);
      expect(grown.toSpliced(at, 1).every((item, index) => item === known[index])).toBe(true);
      const shrunk = keepSame(known, structuredClone(known.toSpliced(at, 1)));
      expect(shrunk.every((item, index) => item === known.toSpliced(at, 1)[index])).toBe(true);
    }),
  );
});

test('an item that changed keeps the parts that did not', () => {
  const known = {
    list: [
      { name: 'one', parts: { deep: [1] } },
      { name: 'two', parts: { deep: [2] } },
    ],
  };
  const next = structuredClone(known);
  next.list[0]!.name = 'other';
  const kept = keepSame(known, next);
  expect(kept).not.toBe(known);
  expect(kept.list[0]).toEqual({ name: 'other', parts: { deep: [1] } });
  expect(kept.list[0]?.parts).toBe(known.list[0]?.parts);
  expect(kept.list[1]).toBe(known.list[1]);
});

test('what has fewer or other names is not what was known', () => {
  expect(keepSame({ one: 1, two: undefined }, { one: 1 })).toStrictEqual({ one: 1 });
  expect(keepSame({ one: undefined }, { two: undefined })).toStrictEqual({ two: undefined });
  expect(keepSame([1, 2], { 0: 1, 1: 2 })).toStrictEqual({ 0: 1, 1: 2 });
});
