import type { Dictionary } from '../../src/renderer/text/en/english.ts';
import { chinese } from '../../src/renderer/text/zh/chinese.ts';
import { french } from '../../src/renderer/text/fr/french.ts';
import { german } from '../../src/renderer/text/de/german.ts';
import { russian } from '../../src/renderer/text/ru/russian.ts';
import { spanish } from '../../src/renderer/text/es/spanish.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';

/** The window in each language that it speaks, as a person meets it whose system prefers that language. */

const spoken: readonly (readonly [locale: string, Dictionary])[] = [
  ['de-AT', german],
  ['es-MX', spanish],
  ['fr-CA', french],
  ['ru-RU', russian],
  ['zh-CN', chinese],
];

function days(of: string, count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>The ${of} of day ${at + 1} was told by the harbour master, who had it from the crew, and they had seen it themselves.</p>`,
  ).join('');
}

/** A page with much prose in the midst of its story that looks like advertising. */
const ferryPage = `<!doctype html><html lang="en"><head><title>Ferry sails</title></head><body><article><h1>Ferry sails</h1>
  ${days('storm', 5)}<div class="advertisement">${days('rescue', 3)}</div>${days('calm', 5)}
  <aside><p>The harbour master keeps a lamp lit for the boats that are late.</p></aside></article></body></html>`;

for (const [locale, words] of spoken) {
  test.describe(`on a system in ${locale}`, () => {
    test.use({ locale });

    test('the window speaks that language, takes in its sample, and finds words in it', async ({ page }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      const start = page.getByRole('region', { name: words.firstRun.title });
      await start.getByRole('button', { name: words.firstRun.sample }).click();
      await expect(page.getByRole('heading', { level: 2, name: words.sample.headline })).toBeVisible({
        timeout: 30_000,
      });
      await expectAccessible(page, locale);

      await page.getByRole('combobox', { name: words.search.label }).fill('publishd:2018');
      await expect(page.getByText(words.search.readAs)).toBeVisible();
      await page.getByLabel(words.search.help).click();
      await expect(page.getByRole('dialog', { name: words.search.helpTitle })).toBeVisible();
      await page.keyboard.press('Escape');
    });

    test('by which rule a piece was left out, and what may be missing, is told in it', async ({ page, library }) => {
      const { rules, namedRules, warning, leftOutBecause } = await words.late.extraction();
      const base64 = Buffer.from(ferryPage).toString('base64');
      await library.takeIn([{ kind: 'files', files: [{ path: 'ferry.html', base64 }] }]);
      await expect(page.getByText('Ferry sails').first()).toBeVisible();
      await page.keyboard.press('j');
      await expect(page.getByRole('heading', { level: 2, name: 'Ferry sails' })).toBeVisible();

      await page.keyboard.press('Shift+I');
      const explained = page.getByRole('dialog', { name: words.explain.title });
      await expect(explained).toContainText(warning({ kind: 'prose-left-out' }));
      await expect(explained).toContainText(rules.advertisement);
      await expect(explained).toContainText(namedRules.element('aside'));
      await expectAccessible(page, `how it was read, in ${locale}`);
      await page.keyboard.press('Escape');

      await page.keyboard.press('Shift+E');
      const box = page.getByRole('option').filter({ hasText: 'rescue of day 1' });
      await expect(box).toContainText(leftOutBecause(rules.advertisement));
      await page.keyboard.press('Escape');
    });

    test('nothing is cut off in a small window', async ({ page }) => {
      await page.setViewportSize({ width: 800, height: 600 });
      const start = page.getByRole('region', { name: words.firstRun.title });
      await start.getByRole('button', { name: words.firstRun.sample }).click();
      await expect(page.getByRole('heading', { level: 2, name: words.sample.headline })).toBeVisible({
        timeout: 30_000,
      });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button')]
          .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth + 1)
          .filter((button) => getComputedStyle(button).textOverflow !== 'ellipsis')
          .map((button) => button.textContent),
      );
      expect(cut).toEqual([]);
    });
  });
}
