import { expect, test } from 'vitest';
import { articleId } from '#contract/article.ts';
import { takingLibrary, type TakingLibrary } from '#support/take-in.ts';
import { asText, inventArticle } from '#support/invent-articles.ts';
import type { OptionValues } from '../command.ts';
import { highlights } from './highlights.ts';

/** What the command prints, line by line. */
async function printed(
  { client, asset }: TakingLibrary,
  operands: readonly string[],
  options: OptionValues = {},
): Promise<string[]> {
  const lines: string[] = [];
  const session = { client, lastingClient: client, asset, close: async () => {} };
  await highlights.run({
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
    open: async () => session,
    signal: new AbortController().signal,
  });
  return lines;
}

test('highlights are printed as Markdown and as JSON, of one article or of all, and narrowed', async () => {
  await using library = await takingLibrary();
  const outcomes = await library.takeIn(
    { kind: 'text', text: asText(inventArticle(1)) },
    { kind: 'text', text: asText(inventArticle(2)) },
  );
  const [one, two] = outcomes.map(({ id }) => articleId.parse(id));
  const anchor = { snapshot: '20261123T090000Z', exact: 'a passage', prefix: '', suffix: '', start: 0, end: 9 };
  await library.client.call('highlights.add', { article: one!, anchor, annotation: 'Mine', tags: ['sea/travel'] });
  await library.client.call('highlights.add', { article: two!, anchor: { ...anchor, exact: 'another' } });
  await library.client.call('articles.annotate', { id: two!, annotation: 'On the whole' });

  const [markdown = ''] = await printed(library, []);
  expect(markdown).toMatch(/> another[^]*> a passage\n\nMine\n\n\*\\#sea\/travel\*$/);
  expect(markdown.indexOf('On the whole')).toBeLessThan(markdown.indexOf('> another'));
  expect(await printed(library, [one!.slice(0, 6)])).toEqual([expect.stringMatching(/> a passage/)]);
  expect(await printed(library, [one!], { tag: 'sea' })).toHaveLength(1);
  expect(await printed(library, [two!], { tag: 'sea' })).toEqual([]);

  const json = (await printed(library, [], { format: 'json' })).map((line) => JSON.parse(line) as object);
  expect(json).toMatchObject([
    { id: null, anchor: null, annotation: 'On the whole', article: { id: two } },
    { anchor: { exact: 'another' }, colour: 'yellow', tags: [] },
    { anchor: { exact: 'a passage' }, annotation: 'Mine', tags: ['sea/travel'], article: { id: one } },
  ]);
});
