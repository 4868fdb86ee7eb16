import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test('a paste shows what was read from it, and a field is set right by keys alone and taken back', async ({ page }) => {
  const app = appWindow(page);
  const strip = page.getByRole('region', { name: 'Read from your paste. Is it right?' });
  await app.paste({ text: bridge });
  await expect(strip.getByRole('button', { name: /^Headline/ })).toContainText(
    'Harbour bridge reopens after the storm',
  );
  await expect(strip.getByRole('button', { name: /^Authors/ })).toContainText('Ada Example, Ben Sample');
  await expect(strip.getByRole('button', { name: /^Section/ })).toContainText('Local News');
  await expect(strip.getByRole('button', { name: /^Published/ })).toContainText('Not found in what was taken in');
  await expectAccessible(page, 'the guesses of a paste');

  const section = strip.getByRole('button', { name: /^Section/ });
  await page.keyboard.press('y');
  await expect(strip.locator(':focus')).toHaveCount(1);
  await section.focus();
  await page.keyboard.press('Enter');
  const field = app.dialog.getByRole('textbox', { name: 'Section' });
  await expect(field).toBeFocused();
  await expectAccessible(page, 'a guess that is set right');
  await field.fill('Harbour');
  await page.keyboard.press('Enter');
  await expect(app.message('Corrected')).toBeVisible();
  await expect(app.dialog).toHaveCount(0);
  await expect(section).toContainText('Harbour');
  await expect(section).toContainText('Set by you');
  await expect(section).toBeFocused();

  await page.keyboard.press('z');
  await expect(section).toContainText('Local News');
  await section.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await expect(section).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(strip).toHaveCount(0);
  await expect(app.scroller).toBeFocused();
});

test('it stands beside its article alone, until it is answered, and not over what was there already', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const strip = page.getByRole('region', { name: 'Read from your paste. Is it right?' });
  await library.takeInTexts([museum]);
  await app.paste({ text: museum });
  await expect(app.captures).toContainText('Already in the library');
  await expect(strip).toHaveCount(0);

  await app.paste({ text: bridge });
  await expect(strip).toBeVisible();
  await app.open('Small museum');
  await expect(app.headline).toHaveText('Small museum sends nineteen drums home');
  await expect(strip).toHaveCount(0);
  await app.open('Harbour bridge');
  await strip.getByRole('button', { name: 'All right' }).click();
  await expect(strip).toHaveCount(0);
  await app.open('Small museum');
  await app.open('Harbour bridge');
  await expect(app.headline).toHaveText('Harbour bridge reopens after the storm');
  await expect(strip).toHaveCount(0);
});
