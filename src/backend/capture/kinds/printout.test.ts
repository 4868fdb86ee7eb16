import { describe, expect, test } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { articlesOfPrintout, isPrintout } from './printout.ts';

async function textsOf(text: string): Promise<string[]> {
  const bytes = Buffer.from(text, 'utf8');
  const articles = await articlesOfPrintout(bytesSource('search.txt', bytes), bytes);
  expect(isPrintout(text)).toBe(articles.length > 0);
  return articles.map(({ start, end }) => bytes.subarray(start, end).toString('utf8').trim());
}

const one = 'Ferry sails again\n\nBYLINE: Ada Brook\n\nThe café on the quay opened at six.';
const two = 'Bell rings twice\n\nBYLINE: Ole Vang\n\nNobody had touched the rope – nobody.';

describe('a printout of a database', () => {
  test('with "n of m DOCUMENTS" above each article is parted there, and its cover is no article', async () => {
    const text = `Search: ferry\n\n          1 of 2 DOCUMENTS\n\n${one}\n\n          2 of 2 DOCUMENTS\n\n${two}\n`;
    expect(await textsOf(text)).toEqual([one, two]);
  });

  test('with "Document n of m" above each article is parted there', async () => {
    expect(await textsOf(`Document 1 of 2\r\n\r\n${one}\r\n\r\nDocument 2 of 2\r\n\r\n${two}`)).toEqual([one, two]);
  });

  test('with "End of Document" below each article is parted there', async () => {
    expect(await textsOf(`${one}\n\nEnd of Document\n\n${two}\n\nEnd of Document\n`)).toEqual([
      `${one}\n\nEnd of Document`,
      `${two}\n\nEnd of Document`,
    ]);
  });

  test('with its number below each article is parted there, and the search at its end is no article', async () => {
    const first = `${one}\n\nDocument WMC0000020180610ee6a0002s`;
    const second = `${two}\n\nDocument WMC0000020180611ee6b0002t`;
    expect(await textsOf(`${first}\n\n${second}\n\nSearch Summary\nText: ferry\n`)).toEqual([first, second]);
  });

  test('whose last article lacks its number keeps it all the same', async () => {
    const numbered = [1, 2].map((day) => `${one}\n\nDocument WMC000002018061${day}ee6a0002s`).join('\n\n');
    expect((await textsOf(`${numbered}\n\n${two}`))[2]).toBe(two);
  });
});

test.each([
  ['an article that was printed alone', `          1 of 1 DOCUMENTS\n\n${one}`],
  ['prose that speaks of documents', 'The clerk held up 3 of 50 DOCUMENTS and sighed. End of Document, she said.\n'],
  ['nothing', ''],
])('%s is not parted', async (_, text) => {
  expect(await textsOf(text)).toEqual([]);
});
