import { expect, test } from 'vitest';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import { extract } from '../extract.ts';

function paragraphs(subject: string, count: number): string {
  const lines = Array.from(
    { length: count },
    (_, at) =>
      `<p>The ${subject} of day ${at + 1} was told by the harbour master, who had it from the crew, and they had seen it themselves.</p>`,
  );
  return lines.join('\n');
}

function warningsOf(body: string): readonly ExtractionWarning[] {
  const page = `<!doctype html><html><head><title>Nine days at sea</title></head><body><article><h1>Nine days at sea</h1>${body}</article></body></html>`;
  const bytes = new TextEncoder().encode(page);
  return extract({ kind: 'html', bytes, address: null, charset: null, fileName: null }).warnings;
}

const begin = paragraphs('storm', 5);
const end = paragraphs('calm', 5);

test('much prose that a rule left out in the midst of a story is a warning', () => {
  const box = `<div class="advertisement">${paragraphs('rescue', 3)}</div>`;
  expect(warningsOf(`${begin}${box}${end}`)).toEqual([{ kind: 'prose-left-out' }]);
});

test.each([
  ['a single sentence in the midst', `${begin}<div class="advertisement">${paragraphs('lamp', 1)}</div>${end}`],
  ['as much after its end', `${begin}${end}<div class="advertisement">${paragraphs('rescue', 3)}</div>`],
  ['comments in the midst', `${begin}<div class="comments">${paragraphs('rescue', 3)}</div>${end}`],
  ['navigation in the midst', `${begin}<nav>${paragraphs('rescue', 3)}</nav>${end}`],
  ['navigation by its role', `${begin}<div role="navigation">${paragraphs('rescue', 3)}</div>${end}`],
  ['nothing left out', `${begin}${end}`],
])('%s is none', (_, body) => {
  expect(warningsOf(body)).toEqual([]);
});
