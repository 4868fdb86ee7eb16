import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';

/** The browser that drew the pictures kept beside this; others set type a little otherwise. */
const drawnBy = { platform: 'linux', major: '156' };

const compared = { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.01 } as const;

async function openGallery(page: Page, theme: string): Promise<void> {
  await page.goto(new URL('/#gallery', page.url()).href);
  await page.reload();
  await page.getByRole('radio', { name: theme }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.evaluate(() => document.fonts.ready);
}

for (const theme of ['paper', 'dark']) {
  test(`every component looks as it did, in ${theme}`, async ({ page, browser }) => {
    const major = browser.version().split('.')[0];
    test.skip(
      process.platform !== drawnBy.platform || major !== drawnBy.major,
      `the pictures were drawn by Chromium ${drawnBy.major} on ${drawnBy.platform}; this is ${major} on ${process.platform}`,
    );
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await openGallery(page, theme);
    await expect(page).toHaveScreenshot(`gallery-${theme}.png`, compared);
    await button('menu').click();
    await expect(page.getByRole('menu')).toHaveScreenshot(`menu-${theme}.png`, compared);
    await page.keyboard.press('Escape');
    await button('popover').click();
    await expect(page.getByRole('dialog')).toHaveScreenshot(`popover-${theme}.png`, compared);
    await page.keyboard.press('Escape');
    await button('dialog').click();
    await expect(page.getByRole('dialog')).toHaveScreenshot(`dialog-${theme}.png`, compared);
    await page.keyboard.press('Escape');
    await button('messages').click();
    const messages = page.getByRole('region', { name: /Messages/ });
    await expect(messages.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect(messages).toHaveScreenshot(`messages-${theme}.png`, compared);
  });
}
