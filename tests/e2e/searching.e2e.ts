import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** Everything that helps a search along, by keys alone: completion, saved searches, filters, reasons, help. */

test.beforeEach(async ({ page, library }) => {
  await library.takeInTexts([bridge, museum, train]);
  await expect(appWindow(page).rows).toHaveCount(3);
  const { articles } = await library.call('articles.list', { sort: 'title' });
  await library.call('articles.tag', { ids: [articles[0]!.id], add: ['places/harbours', 'read again'] });
  await library.call('articles.tag', { ids: [articles[1]!.id], add: ['places/mountains'] });
  await expect(appWindow(page).rows.getByText('places/harbours')).toBeVisible();
});

test('a field, then its value, are completed by arrows and Enter, and the caret stands behind', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ta');
  await expect(app.offers.getByRole('option')).toHaveText([/^tag:.*below it$/]);
  await page.keyboard.press('ArrowDown');
  await expect(app.search).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect(app.search).toHaveValue('tag:');
  await expect(app.offers.getByRole('option').first()).toHaveText('places2');
  await page.keyboard.type('ag');
  await expect(app.offers.getByRole('option')).toHaveText(['read again1']);
  await page.keyboard.press('Tab');
  await expect(app.search).toHaveValue('tag:"read again" ');
  await expect(app.search).toBeFocused();
  await expect(app.rows).toHaveCount(1);
  await page.keyboard.type('bridge');
  await expect(app.search).toHaveValue('tag:"read again" bridge');
});

test('collections are completed by name, and an article of the same words as another is found', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge.replace('Harbour bridge reopens after the storm', 'Swing bridge open again')]);
  await expect(app.rows).toHaveCount(4);
  const { articles } = await library.call('articles.list', { sort: 'title' });
  await library.call('collections.make', { name: 'Long reads', ids: [articles[1]!.id] });
  await page.keyboard.press('/');
  await page.keyboard.type('in:');
  await expect(app.offers.getByRole('option')).toHaveText(['Long reads1']);
  // Nothing is missing yet while the value is chosen.
  await expect(page.getByText('in: has nothing behind it.')).toBeHidden();
  await page.keyboard.type('re');
  await page.keyboard.press('Tab');
  await expect(app.search).toHaveValue('in:"Long reads" ');
  await expect(app.rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.type('is:du');
  await page.keyboard.press('Tab');
  await expect(app.search).toHaveValue('is:duplicate ');
  await expect(app.rows).toHaveText([
    /Swing bridge open again|Harbour bridge/,
    /Swing bridge open again|Harbour bridge/,
  ]);
});

test('Enter searches for what is typed, whatever is offered, and Escape first closes the list', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await page.keyboard.type('se');
  await expect(app.offers).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.offers).toHaveCount(0);
  await expect(app.search).toHaveValue('se');
  await page.keyboard.press('Escape');
  await expect(app.search).toHaveValue('');
  await page.keyboard.type('source');
  await expect(app.offers).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(app.search).toHaveValue('source');
  await expect(app.offers).toHaveCount(0);
  // Nothing is found, so that one comes back to the field; it offers nothing over what was asked for.
  await expect(app.search).toBeFocused();
  await expect(app.offers).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(app.offers).toBeVisible();
});

test('what led somewhere is offered in the empty field, newest first, until it is cleared', async ({ page }) => {
  const app = appWindow(page);
  for (const query of ['milk', 'drums']) {
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await expect(app.rows).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(app.list).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(app.rows).toHaveCount(3);
  }
  await page.keyboard.press('/');
  await expect(app.offers.getByRole('option')).toHaveText(['drums', 'milk', 'Clear recent searches']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(app.search).toHaveValue('milk');
  await expect(app.rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await app.search.blur();
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(app.message('Recent searches cleared')).toBeVisible();
  await app.search.blur();
  await page.keyboard.press('/');
  await expect(app.search).toBeFocused();
  await expect(app.offers).toHaveCount(0);
});

test('a search is saved, opened, changed, renamed, moved and removed by keys, and undone', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await page.keyboard.type('harbour ');
  await expect(app.rows).toHaveCount(2);
  await page.keyboard.press('Control+s');
  await expect(app.dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Harbour');
  await page.keyboard.type('By the water');
  await page.keyboard.press('Enter');
  await expect(app.message('Saved “By the water”')).toBeVisible();
  await expect(app.shelf('By the water')).toHaveText('By the water2');
  await expect(app.listTitle).toHaveText('By the water');

  // A second one, by the palette; the field still has the focus, and its text is chosen.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('drums ');
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('save this');
  await page.keyboard.press('Enter');
  await expect(app.dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Drums');
  await page.keyboard.type('Music');
  await page.keyboard.press('Enter');
  await expect(app.shelf('Music')).toHaveText('Music1');

  // Renamed in place, and thought better of.
  await app.shelf('By the water').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Harbours');
  await page.keyboard.press('Enter');
  await expect(app.shelf('Harbours')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Never');
  await page.keyboard.press('Escape');
  await expect(app.shelf('Harbours')).toBeFocused();

  // Moved, opened, and given a new query.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(app.savedSearches).toHaveText([/^Music/, /^Harbours/]);
  await expect(app.shelf('Harbours')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.search).toHaveValue('harbour');
  await page.keyboard.press('/');
  await page.keyboard.press('End');
  await page.keyboard.type(' -crane* ');
  await expect(app.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Update “Harbours”' }).press('Enter');
  await expect(app.shelf('Harbours')).toHaveText('Harbours1');

  // Removed, and brought back from the message; the count follows what is done to articles.
  await app.shelf('Harbours').focus();
  await page.keyboard.press('Delete');
  await expect(app.savedSearches).toHaveText([/^Music/]);
  await expect(app.message('Removed “Harbours”')).toBeVisible();
  await app.messages.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(app.savedSearches).toHaveText([/^Music/, /^Harbours1/]);
});

test('the count of a saved search follows every change, and a broken query is shown with its mistake', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.call('searches.save', { name: 'Starred', query: 'is:favourite' });
  await library.call('searches.save', { name: 'Broken', query: 'published:2019..2018 milk' });
  await expect(app.shelf('Starred')).toHaveText('Starred0');
  await app.rows.first().click();
  await page.keyboard.press('s');
  await expect(app.shelf('Starred')).toHaveText('Starred1');
  await page.keyboard.press('z');
  await expect(app.shelf('Starred')).toHaveText('Starred0');
  await expect(app.shelf('Broken').getByRole('img')).toHaveAccessibleName(/ends before it begins/);
  await app.restart();
  await expect(app.savedSearches).toHaveText([/^Starred0/, /^Broken0/]);
});

test('a facet narrows by Enter and leaves out by Shift and Enter; its chip is taken out again', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbour ');
  await expect(app.rows).toHaveCount(2);
  const facet = page.getByRole('group', { name: 'Narrow the search' }).getByRole('button', { name: 'Author' });
  await facet.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Teodor Banu' })).toBeVisible();
  await page.keyboard.type('Teo');
  await page.keyboard.press('Shift+Enter');
  await expect(app.search).toHaveValue('harbour -author:"Teodor Banu"');
  await expect(app.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove the filter Without author Teodor Banu' }).press('Enter');
  await expect(app.search).toHaveValue('harbour');
  await expect(app.rows).toHaveCount(2);
});

test('an order that the query names is changed in the query', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbour sort:saved');
  await page.getByRole('button', { name: 'Sort' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Last added first' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Longest first' }).click();
  await expect(app.search).toHaveValue('harbour sort:length');
});

test('W says why an article was found, and Escape goes back to the list', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbours bearing ');
  await expect(app.rows).toHaveCount(1);
  await app.search.press('Enter');
  await expect(app.list).toBeFocused();
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'Why this was found' });
  await expect(why.getByRole('row', { name: /Headline harbours/ })).toBeVisible();
  await expect(why.getByText(/^Score \d/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(app.list).toBeFocused();
});

test('the mark of a found row says why it was found too', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbours bearing ');
  await expect(app.rows).toHaveCount(1);
  await app.rows.first().hover();
  await app.rows.first().getByTitle('Why was this found').click();
  await expect(page.getByRole('dialog', { name: 'Why this was found' })).toBeVisible();
});

test('the help is a key away while typing, and its examples are tried at once', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await page.keyboard.type('harb');
  await page.keyboard.press('Control+/');
  await expect(app.dialog.getByRole('heading', { name: 'What you can type' })).toBeVisible();
  await app.dialog.getByRole('button', { name: 'is:unread', exact: true }).press('Enter');
  await expect(app.search).toHaveValue('is:unread');
});

test('what a mistaken query was read as is taken over by a press', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbour saved:2030..2020 ');
  await page.getByRole('button', { name: 'Take “harbour saved:2020..2030”' }).press('Enter');
  await expect(app.search).toHaveValue('harbour saved:2020..2030');
  await expect(app.rows).toHaveCount(2);
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
];
for (const theme of ['paper', 'sepia', 'dark'] as const) {
  for (const size of sizes) {
    test.describe(`${theme}, ${size.width} by ${size.height}`, () => {
      test.use({ viewport: size });

      test('every state of searching can be used by everyone', async ({ page, library }) => {
        test.setTimeout(180_000);
        const app = appWindow(page);
        await library.call('searches.save', { name: 'Harbours', query: 'harbour' });
        await library.call('searches.save', { name: 'Broken', query: 'published:2019..2018' });
        await library.call('search.remember', { query: 'milk' });
        await app.useTheme(theme);
        await page.keyboard.press('/');
        await expect(app.offers).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await expectAccessible(page, 'recent searches');
        await page.keyboard.type('tag:');
        await expect(app.offers.getByRole('option').first()).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await expectAccessible(page, 'values offered');
        await app.search.fill('harbour -tag:sea is:unread published:2030..2020 ');
        await expect(page.getByRole('list', { name: 'Filters of this search' })).toBeVisible();
        await expectAccessible(page, 'chips and a mistake');
        await page.keyboard.press('Control+s');
        await expect(app.dialog).toBeVisible();
        await expectAccessible(page, 'a search being saved');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+/');
        await expect(app.dialog).toBeVisible();
        await expectAccessible(page, 'help');
        await page.keyboard.press('Escape');
        await expect(app.dialog).toHaveCount(0);
        await app.search.fill('harbour ');
        await app.search.press('Enter');
        await expect(app.list).toBeFocused();
        await page.keyboard.press('w');
        await expect(app.dialog.getByRole('table')).toBeVisible();
        await expectAccessible(page, 'why');
        await page.keyboard.press('Escape');
        if (size.width < 1060) await page.getByRole('button', { name: 'Show shelves' }).click();
        await app.shelf('Harbours').press('F2');
        await expect(page.getByRole('textbox', { name: 'New name of Harbours' })).toBeFocused();
        await expectAccessible(page, 'a shelf being renamed');
      });
    });
  }
}
