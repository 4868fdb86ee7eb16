import type { Random } from './random-archive.ts';

const longest = 10_000;

/** What a query can be that nobody means: too long, too deep, not text at all, or all wildcards. */
export function hostileQuery(random: Random): string {
  const kind = random.pick(kinds);
  return kind(random).slice(0, longest);
}

const syntax = [
  '(',
  ')',
  '"',
  '~',
  '~1',
  '~2',
  '~9',
  '*',
  '^',
  '^0',
  '^999999999999',
  ':',
  '-',
  '+',
  '\\',
  ' ',
  ' OR ',
  ' NOT ',
  ' NEAR/3 ',
];
const fields = [
  'title:',
  'body:',
  'tag:',
  'published:',
  'words:',
  'is:',
  'nosuch:',
  'sort:',
  'constructor:',
  '__proto__:',
];
const values = [
  '2018..2019',
  '..',
  '>',
  '<30d',
  '99999999999999999999',
  '-1',
  'NaN',
  'unread',
  'relevance',
  '\u0000',
  '',
];
const words = [
  'the',
  'a',
  'of',
  'bra',
  'stea',
  'prea',
  '東京',
  'naïve',
  '\u{1f600}',
  '\ud800',
  '\udc00',
  '\u0000',
  'e\u0301',
  'constructor',
  '__proto__',
  '1',
];

const times = (random: Random, most: number, part: () => string): string =>
  Array.from({ length: 1 + random.below(most) }, part).join('');

const kinds: readonly ((random: Random) => string)[] = [
  // Bytes as they come.
  (random) => times(random, longest, () => String.fromCharCode(random.below(256))),
  (random) => times(random, longest, () => String.fromCharCode(random.below(65_536))),
  // The language's own signs in any order.
  (random) => times(random, 60, () => random.pick(random.pick([syntax, syntax, words, fields, values]))),
  (random) => times(random, longest / 4, () => random.pick(random.pick([syntax, words, fields, values]))),
  // Deep brackets, open and closed.
  (random) => '('.repeat(1 + random.below(longest)) + random.pick(words),
  (random) => {
    const depth = 1 + random.below(longest / 2 - 10);
    return '('.repeat(depth) + random.pick(words) + ')'.repeat(depth);
  },
  (random) => times(random, 400, () => `-(${random.pick(words)} OR `),
  // Wildcards and misspellings that match nearly everything.
  (random) => random.pick(['*', '**', '* *', '*a*', 'a*', '*a', 'a*e*i*', '*e*n*t*', '-*', 'title:*', '"*"', '* -*']),
  (random) => `${random.pick(words)}~${random.pick(['1', '2', '3', '9', '99', '-1', '1.5', ''])}`,
  (random) => times(random, 200, () => `${random.pick(['a', 'e', 's', 't', 'st', 'pr'])}* `),
  (random) => times(random, 200, () => `${random.pick(['brea', 'stone', 'track', 'la', 'x'])}~2 `),
  (random) => '*'.repeat(1 + random.below(longest)),
  (random) => `${'a'.repeat(1 + random.below(longest))}${random.pick(['', '*', '~2'])}`,
  // Long, but otherwise in order.
  (random) => times(random, 1500, () => `${random.pick(words)} `),
  (random) => `"${times(random, 1500, () => `${random.pick(words)} `)}"`,
  (random) => times(random, 700, () => `${random.pick(fields)}${random.pick(values)} `),
  (random) => times(random, 300, () => `${random.pick(words)} NEAR/${random.below(100)} `),
];
