import { expect, test } from 'vitest';
import { showsWords } from './shows-words.ts';

const words = 'The ferry sails again, and nobody is on board of it.';

test.each([
  [`<p class="a b c d e f g h i j k l m n o p">${words}</p>`, true],
  [`<script>var text = "${words}";</script>`, false],
  [`<style>${words}</style><svg><title>${words}</title></svg>`, false],
  [`<!-- ${words} --><p>Ferry`, false],
  [`<script src="x"></script>${words}`, true],
  [`<script>never ends ${words}`, false],
  [`1 < 2, and ${words}`, true],
  ['渡し船が再び出航し、乗客は誰も乗っていない。港長は十一人と牛一頭を数えた。', true],
])('%s', (markup, isShown) => {
  expect(showsWords(Buffer.from(markup), 9)).toBe(isShown);
});
