import { expect, test } from 'vitest';
import { articleId } from '#contract/article.ts';
import { takingLibrary, type TakingLibrary } from '#support/take-in.ts';
import type { Command, OptionValues } from '../command.ts';
import { correct } from './correct.ts';
import { repair } from './repair.ts';

const kept = [
  'The ferry to the outer islands has carried one engine since it was built, and one engine was enough for forty years.',
  'In the winter it failed eleven times, twice in sight of the rocks, and the crew took to the oars with the passengers.',
  'Now a second engine stands beside the first, bought from a trawler that nobody wanted to sail any more.',
];
const lost = 'The baker of the smallest island counted the loaves that came too late, and wrote them on the door.';
const html = `<!doctype html><html><head><title>Ferry gets a second engine</title></head><body><article>
  <h1>Ferry gets a second engine</h1><p>${kept[0]}</p><p>${kept[1]}</p>
  <div class="advertisement"><p>${lost}</p></div><p>${kept[2]}</p></article></body></html>`;

/** What a command prints, line by line; without a library it must not come so far as to open one. */
async function printed(
  library: TakingLibrary | null,
  command: Command,
  operands: readonly string[],
  options: OptionValues = {},
): Promise<string[]> {
  const lines: string[] = [];
  await command.run({
    terminal: {
      isInteractive: false,
      columns: 80,
      print: async (line) => void lines.push(line),
      report: (line) => void lines.push(`reported ${line}`),
      showProgress: () => {},
      readInput: async () => new Uint8Array(),
    },
    json: false,
    options,
    operands,
    libraryPath: '',
    dataPath: '',
    async open() {
      if (library === null) throw new Error('it opened the library');
      const { client, asset } = library;
      return { client, lastingClient: client, asset, close: async () => {} };
    },
    signal: new AbortController().signal,
  });
  return lines;
}

async function withArticle(library: TakingLibrary) {
  const [outcome] = await library.takeIn({ kind: 'text', text: '', html });
  const id = articleId.parse(outcome?.id);
  return { id, text: async () => (await library.client.call('articles.get', { id })).text.split('\n\n') };
}

test('a text is laid beside its original, repaired by words, and taken back', async () => {
  await using library = await takingLibrary();
  const { id, text } = await withArticle(library);
  const before = await printed(library, repair, [id.slice(0, 7)]);
  expect(before).toEqual([
    `+ ${kept[0]}`,
    `+ ${kept[1]}`,
    expect.stringMatching(/^- The baker .*\[advert/),
    `+ ${kept[2]}`,
  ]);
  const options = { 'put-back': ['BAKER of the'], 'take-out': ['trawler'] };
  expect(await printed(library, repair, [id], options)).toEqual(['repaired']);
  expect(await text()).toEqual([kept[0], kept[1], lost]);
  expect((await printed(library, repair, [id])).slice(2)).toEqual([
    `+ ${lost} [put back by hand]`,
    `- ${kept[2]} [taken out by hand]`,
  ]);
  expect(await printed(library, repair, [id], { withdraw: true })).toEqual(['repaired']);
  expect(await text()).toEqual(kept);
  expect(await printed(library, repair, [id], { withdraw: true })).toEqual(['nothing changed']);
});

test('words that stand in no block, or in several, change nothing', async () => {
  await using library = await takingLibrary();
  const { id, text } = await withArticle(library);
  await expect(printed(library, repair, [id], { 'take-out': ['baker'] })).rejects.toMatchObject({ code: 'not-found' });
  await expect(printed(library, repair, [id], { 'take-out': ['the'] })).rejects.toMatchObject({ code: 'wrong-usage' });
  await expect(printed(library, repair, [])).rejects.toMatchObject({ code: 'wrong-usage' });
  expect(await text()).toEqual(kept);
});

test('fields are corrected, and go back to what was read', async () => {
  await using library = await takingLibrary();
  const { id } = await withArticle(library);
  const fields = async () => {
    const { headline, authors, publishedAt, canonicalUrl } = await library.client.call('articles.get', { id });
    return { headline, authors, publishedAt, canonicalUrl };
  };
  const read = await fields();
  const set = ['headline=Two engines = one ferry', 'authors=Ada Brook, Tim Reed', 'publishedAt=2018-06-10'];
  expect(await printed(library, correct, [id], { set: [...set, 'canonicalUrl=https://ferry.example/1'] })).toEqual([
    'corrected',
  ]);
  expect(await fields()).toEqual({
    headline: 'Two engines = one ferry',
    authors: ['Ada Brook', 'Tim Reed'],
    publishedAt: '2018-06-10',
    canonicalUrl: 'https://ferry.example/1',
  });
  const back = ['headline', 'authors', 'publishedAt', 'canonicalUrl'];
  expect(await printed(library, correct, [id], { back })).toEqual(['corrected']);
  expect(await fields()).toEqual(read);
  expect(await printed(library, correct, [id], { back })).toEqual(['nothing changed']);
});

test.each([
  [{ set: ['publishedAt=yesterday'] }],
  [{ set: ['canonicalUrl=javascript:steal()'] }],
  [{ set: ['colour=red'] }],
  [{ set: ['headline'] }],
  [{ back: ['leadImage'] }],
  [{}],
])('%j is refused before anything is changed', async (options) => {
  await expect(printed(null, correct, ['k3f9x2m1'], options)).rejects.toMatchObject({ code: 'wrong-usage' });
});
