import { expect, type Locator, type Page } from '@playwright/test';

/** The window as a person finds their way in it: by names and roles, never by how it is built. */
export type AppWindow = ReturnType<typeof appWindow>;

export function appWindow(page: Page) {
  const list = page.getByRole('listbox', { name: 'Articles' });
  const reader = page.getByRole('region', { name: 'Reader' });
  const messages = page.getByRole('region', { name: /Messages/ });
  return {
    page,
    list,
    rows: list.getByRole('option'),
    row: (headline: string | RegExp): Locator => list.getByRole('option').filter({ hasText: headline }),
    chosen: list.getByRole('option', { selected: true }),
    listTitle: page.getByRole('region', { name: 'List' }).getByRole('heading', { level: 2 }).first(),
    shelf: (name: string): Locator => page.getByRole('navigation', { name: 'Shelves' }).getByRole('button', { name }),
    tag: (name: string): Locator => page.getByRole('treeitem', { name: new RegExp(`^${name} \\d`) }),
    reader,
    headline: reader.getByRole('heading', { level: 2 }).first(),
    text: reader.getByRole('article'),
    /** What is scrolled when one reads. */
    scroller: page.locator('#reader-scroll'),
    search: page.getByRole('combobox', { name: 'Search the library' }),
    /** The list below the search field. */
    offers: page.getByRole('listbox', { name: /^Suggestions/ }),
    savedSearches: page
      .getByRole('region', { name: 'Saved searches' })
      .getByRole('button')
      .filter({ hasNotText: /^Saved searches/ }),
    message: (sentence: string | RegExp): Locator => messages.getByText(sentence),
    messages,
    captures: page.getByRole('complementary', { name: 'Being added' }),
    dialog: page.getByRole('dialog'),

    /** Opens the first article by keys, each pressed only when what it acts on is there: an earlier one would do nothing. */
    async openFirstByKeys(): Promise<void> {
      await expect(list.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('j');
      await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
      await page.keyboard.press('Enter');
      await expect(reader.getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
    async open(headline: string | RegExp): Promise<void> {
      await list.getByRole('option').filter({ hasText: headline }).click();
    },
    /** Loads the window anew, until it listens to keys: one pressed earlier would be lost, as it would be for a person. */
    async restart(): Promise<void> {
      await page.reload();
      await page.getByRole('combobox', { name: 'Search the library' }).waitFor();
    },
    async useTheme(theme: 'paper' | 'sepia' | 'dark'): Promise<void> {
      await page.evaluate((name) => {
        localStorage.setItem('pressmark.preferences', JSON.stringify({ theme: name }));
      }, theme);
      await this.restart();
    },
    /** Puts text on the clipboard's way into the window, as Ctrl+V does. */
    async paste(flavours: { readonly text?: string; readonly html?: string }): Promise<void> {
      await page.evaluate(({ text, html }) => {
        const transfer = new DataTransfer();
        if (text !== undefined) transfer.setData('text/plain', text);
        if (html !== undefined) transfer.setData('text/html', html);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
      }, flavours);
    },
    /** Drops files and folders of this machine, as a file manager does. */
    async drop(paths: readonly string[]): Promise<void> {
      await page.getByRole('navigation', { name: 'Shelves' }).waitFor();
      const wire = await page.context().newCDPSession(page);
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await wire.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
      }
      await wire.detach();
    },
  };
}
