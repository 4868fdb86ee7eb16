import { inventArticle } from '../support/invent-articles.ts';
import { expect, test } from './host.ts';
import { appWindow } from './screens/window.ts';

const count = 10_000;

function asText(number: number): string {
  const { section, headline, dek, authors, paragraphs } = inventArticle(number, { words: 60 });
  return [section, `${headline} ${number}`, dek, `By ${authors.join(' and ')}`, ...paragraphs].join('\n\n');
}

test('ten thousand articles are added, listed, scrolled and searched without the window waiting', async ({
  page,
  library,
}) => {
  test.setTimeout(900_000);
  const app = appWindow(page);
  await app.shelf('Unread').waitFor();
  const inputs = Array.from({ length: count }, (_, at) => ({
    kind: 'text' as const,
    text: asText(at),
    origin: 'paste' as const,
  }));
  await library.call('capture.start', { inputs });

  // While they are taken in, the window says how far it is, and answers keys and queries.
  await expect(app.captures.getByRole('progressbar', { name: 'Added so far' })).toBeVisible();
  await expect(app.rows.first()).toBeVisible();
  await app.list.focus();
  await page.keyboard.press('j');
  await expect(app.headline).toBeVisible();
  await app.search.fill('politics');
  await expect(page.getByRole('region', { name: 'List' }).getByRole('status')).toHaveText(/articles · .+ ms/);
  await app.search.press('Escape');
  await expect
    .poll(async () => (await library.call('shelves.get', {})).all, { timeout: 800_000, intervals: [2000] })
    .toBe(count);

  // From the top to the bottom by scrolling: only what is in sight exists, and every place is filled.
  await app.restart();
  await expect(app.rows.first()).toHaveAttribute('aria-setsize', String(count));
  for (const share of [0.2, 0.55, 0.81, 1]) {
    await app.list.evaluate((list, part) => list.scrollTo(0, (list.scrollHeight - list.clientHeight) * part), share);
    const middle = Math.round((count - 5) * share);
    await expect
      .poll(async () => {
        const places = await app.rows.evaluateAll((rows) =>
          rows.map((row) => Number(row.getAttribute('aria-posinset'))),
        );
        return places.length > 4 && places.every((place) => Math.abs(place - middle) < 40);
      })
      .toBe(true);
    expect(await app.rows.count()).toBeLessThan(60);
  }

  // To the very ends by key, and the article there opens.
  await app.list.focus();
  await page.keyboard.press('Home');
  await expect(app.chosen).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('End');
  await expect(app.chosen).toHaveAttribute('aria-posinset', String(count));
  await expect(app.headline).toBeVisible();

  // Chosen all at once, put away as one, and brought back as one.
  await page.keyboard.press('Control+a');
  await expect(page.getByText('10,000 chosen')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Nothing left to read' })).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press('z');
  await expect(app.rows.first()).toHaveAttribute('aria-setsize', String(count), { timeout: 120_000 });
});
