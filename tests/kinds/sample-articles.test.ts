import { afterAll, beforeAll, expect, test } from 'vitest';
import { windowLanguages } from '../../src/renderer/text/languages.ts';
import { speak, text } from '../../src/renderer/text/text.ts';
import { type TakingLibrary, takingLibrary } from '../support/take-in.ts';

/** The first article many people see here: the window knows it again by its headline, to take it out with one press. */

let library: TakingLibrary;
beforeAll(async () => {
  library = await takingLibrary();
});
afterAll(async () => {
  await speak({ language: 'en', locale: 'en' });
  await library[Symbol.asyncDispose]();
});

test.each(windowLanguages.map(({ code }) => code))(
  'the sample in %s is read as a newspaper would set it',
  async (code) => {
    await speak({ language: code, locale: code });
    const [outcome] = await library.takeIn({
      kind: 'text',
      text: text.sample.article,
      name: 'sample',
      origin: 'paste',
    });
    const article = await library.client.call('articles.get', { id: outcome?.id ?? '' });
    expect(article).toMatchObject({
      headline: text.sample.headline,
      authors: ['Pressmark'],
      language: code,
    });
    expect(article.dek).not.toBeNull();
  },
);
