import type { Locator, Page } from '@playwright/test';

/** Highlights as a person finds them in the window. */
export function highlightsOf(page: Page) {
  const list = page.getByRole('listbox', { name: 'Highlights of all articles' });
  const margin = page.getByRole('complementary', { name: 'Highlights of this article' });

  /** Where the first letter of some words, or the last, stands in the window, scrolled into sight. */
  async function pointOf(words: string, edge: 'first' | 'last'): Promise<{ x: number; y: number }> {
    await page.locator('#reader-scroll article').filter({ hasText: words }).waitFor();
    return page.evaluate(
      ({ words, edge }) => {
        const body = document.querySelector('#reader-scroll article')!;
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const at = node.data.indexOf(words);
          if (at === -1) continue;
          const range = document.createRange();
          const letter = edge === 'first' ? at : at + words.length - 1;
          range.setStart(node, letter);
          range.setEnd(node, letter + 1);
          node.parentElement!.scrollIntoView({ block: 'center' });
          const { left, right, top, height } = range.getBoundingClientRect();
          return { x: edge === 'first' ? left + 1 : right - 1, y: top + height / 2 };
        }
        throw new Error(`the article does not say "${words}"`);
      },
      { words, edge },
    );
  }

  return {
    bar: page.getByRole('toolbar', { name: 'Mark the selection' }),
    popover: page.getByRole('dialog', { name: 'Highlight', exact: true }),
    margin,
    marginItems: margin.getByRole('listitem'),
    list,
    rows: list.getByRole('option'),
    filter: page.getByRole('textbox', { name: 'Filter highlights' }) as Locator,
    /** What is said aloud while a passage is chosen by keys. */
    spoken: page.getByRole('region', { name: 'Reader' }).getByRole('status'),

    /** Draws over the text with the pointer, from the first letter of some words to the last of others. */
    async select(from: string, to: string): Promise<void> {
      const start = await pointOf(from, 'first');
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      const end = await page.evaluate(() => null).then(() => pointOf(to, 'last'));
      await page.mouse.move(end.x, end.y, { steps: 4 });
      await page.mouse.up();
    },
    async clickOn(words: string): Promise<void> {
      const { x, y } = await pointOf(words, 'first');
      await page.mouse.click(x + 4, y);
    },
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) await page.keyboard.press(key);
    },
    /** The words of the highlight that stands out. */
    active: (): Promise<string[]> =>
      page.evaluate(() => [...(CSS.highlights.get('mark-active') ?? [])].map((range) => (range as Range).toString())),
  };
}
