import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { appWindow } from './screens/window.ts';

const lost =
  'The baker of the smallest island counted the loaves that came too late, and wrote them on the door of the school.';
const plea = 'Write to us about engines, ferries and bread, and we shall print the best of your letters on Sunday.';

/** A page with a paragraph of the story in a box that looks like advertising, and a plea that looks like the story. */
const ferryPage = `<!doctype html><html lang="en"><head><title>Ferry gets a second engine - The Vik Courier</title>
  <meta property="og:site_name" content="The Vik Courier"><meta name="author" content="Ada Lint"></head>
  <body><nav><ul><li><a href="/">Front page</a></li><li><a href="/harbour">Harbour</a></li></ul></nav>
  <article><h1>Ferry gets a second engine</h1>
  <p>The ferry to the outer islands has carried one engine since it was built, and one engine was enough for forty years.</p>
  <p>In the winter it failed eleven times, twice in sight of the rocks, and the crew took to the oars with the passengers.</p>
  <div class="advertisement"><p>${lost}</p></div>
  <p>Now a second engine stands beside the first, bought from a trawler that nobody wanted to sail any more.</p>
  <p>The harbour master says that two bad engines make one good one, which the engineer doubts and the crew denies.</p>
  <p>${plea}</p></article></body></html>`;

test('an article is repaired by keys alone: a block put back, one taken out, a field set right, all undone', async ({
  page,
  library,
}) => {
  const base64 = Buffer.from(ferryPage).toString('base64');
  await library.takeIn([{ kind: 'files', files: [{ path: 'ferry.html', base64 }] }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await expect(app.text).toContainText(plea);
  await expect(app.text).not.toContainText('baker');

  await page.keyboard.press('Shift+E');
  const blocks = app.dialog.getByRole('listbox', { name: 'The original, block by block' });
  const preview = app.dialog.getByRole('region', { name: 'The article as it will be' });
  await expect(blocks).toBeFocused();
  await expect(blocks.getByRole('option', { selected: true })).toHaveCount(5);
  await expect(blocks.getByRole('option').filter({ hasText: lost })).toContainText('Left out: advertis');
  await page.keyboard.press('n');
  await page.keyboard.press('Space');
  await expect(preview).toContainText(lost);
  await expect(blocks.getByRole('option', { selected: true }).filter({ hasText: lost })).toContainText(
    'Put back by you',
  );
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(preview).not.toContainText(plea);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(app.dialog.getByRole('status')).toHaveText('3 changes, not saved yet.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.dialog.getByRole('status')).toHaveText('2 changes, not saved yet.');
  await expectAccessible(page, 'repairing the text');

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const headline = app.dialog.getByRole('textbox', { name: 'Headline' });
  await expect(headline).toHaveValue('Ferry gets a second engine');
  await headline.fill('Ferry with two engines');
  await expect(app.dialog.getByText('Read as “Ferry gets a second engine”')).toBeVisible();
  await expectAccessible(page, 'repairing the fields');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(app.dialog).toHaveCount(0);
  await expect(app.text).toContainText(lost);
  await expect(app.text).not.toContainText(plea);
  await expect(app.headline).toHaveText(/Ferry with two engines/);
  await expect(app.text.getByRole('note')).toContainText('Repaired by hand in 2 places');
  await app.restart();
  await app.openFirstByKeys();
  await expect(app.text).toContainText(lost);

  await page.keyboard.press('z');
  await expect(app.headline).toHaveText(/Ferry gets a second engine/);
  await page.keyboard.press('z');
  await expect(app.text).toContainText(plea);
  await expect(app.text).not.toContainText('baker');
});

test('what is taken out is by a second key left out of later pages of the site, which is removed and undone', async ({
  page,
  library,
}) => {
  const head = '<link rel="canonical" href="https://www.courier.example/ferry"></head>';
  const first = ferryPage.replace('</head>', head);
  const second = first
    .replaceAll('erry gets a second engine', 'erry sails again')
    .replace('/ferry"', '/sails"')
    .replace('for forty years', 'until the spring');
  await library.takeIn([{ kind: 'text', text: '', origin: 'paste', html: first }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await page.keyboard.press('Shift+E');
  const blocks = app.dialog.getByRole('listbox', { name: 'The original, block by block' });
  await expect(blocks).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  const everywhere = app.dialog.getByRole('checkbox', { name: 'From now on also on other pages of courier.example' });
  await expect(everywhere).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(everywhere).toBeFocused();
  await page.keyboard.press('Space');
  await expect(app.dialog.getByRole('status')).toHaveText('2 changes, not saved yet.');
  await expectAccessible(page, 'leaving a block out on a site');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(blocks).toHaveCount(0);
  await expect(app.text).not.toContainText(plea);

  await library.takeIn([{ kind: 'text', text: '', origin: 'paste', html: second }]);
  await app.restart();
  await app.open(/Ferry sails again/);
  await expect(app.text).toContainText('until the spring');
  await expect(app.text).not.toContainText(plea);
  await expect(app.text.getByRole('note')).toContainText('Repaired by hand in 1 place');

  await page.keyboard.press('Shift+E');
  await expect(blocks.getByRole('option').filter({ hasText: plea })).toContainText(
    'Left out by your wish for this site',
  );
  const wishes = app.dialog.getByRole('group').filter({ hasText: 'On courier.example, 1 block is always left out' });
  await wishes.locator('summary').press('Enter');
  const remove = wishes.getByRole('button', { name: 'Remove' });
  await expect(remove).toBeVisible();
  await expectAccessible(page, 'what is always left out on a site');
  await remove.press('Enter');
  await expect(wishes).toHaveCount(0);
  await expect(blocks).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(blocks).toHaveCount(0);
  await expect(app.message('On courier.example, 0 blocks are always left out')).toBeVisible();
  await page.keyboard.press('z');
  await expect(app.message(/^Undone/)).toBeVisible();
  await page.keyboard.press('Shift+E');
  await expect(wishes).toBeVisible();
});

test('a sheet with changes is not closed without a question', async ({ page, library }) => {
  const base64 = Buffer.from(ferryPage).toString('base64');
  await library.takeIn([{ kind: 'files', files: [{ path: 'ferry.html', base64 }] }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await page.keyboard.press('Shift+E');
  await expect(app.dialog.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(app.dialog.getByRole('status')).toHaveText('1 change is not saved. Close all the same?');
  await app.dialog.getByRole('button', { name: 'Go on repairing' }).click();
  await expect(app.dialog.getByRole('status')).toHaveText('1 change, not saved yet.');
  await page.keyboard.press('Escape');
  await expect(app.dialog.getByRole('status')).toContainText('Close all the same?');
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await expect(app.text).toContainText('one engine was enough');
});

test('where much prose was left out in the midst of a story, its end says so and leads to the sheet', async ({
  page,
  library,
}) => {
  const more = [1, 2, 3].map((day) => `<p>On day ${day} ${lost.charAt(0).toLowerCase()}${lost.slice(1)}</p>`).join('');
  const whole = ['engineer', 'captain', 'cook', 'pilot'].map(
    (who) =>
      `<p>The ${who} was asked as well, thought for a while, and said that the sea had the last word, as it always has.</p>`,
  );
  const html = ferryPage.replace(`<p>${lost}</p>`, more).replace('</article>', `${whole.join('')}</article>`);
  const base64 = Buffer.from(html).toString('base64');
  await library.takeIn([{ kind: 'files', files: [{ path: 'ferry.html', base64 }] }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  const note = app.text.getByRole('note');
  await expect(note).toContainText('Parts of the original may be missing here.');
  await note.getByRole('button').press('Enter');
  await expect(app.dialog.getByRole('option').filter({ hasText: 'On day 2' })).toContainText('Left out');
});
