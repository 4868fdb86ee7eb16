import type { Page } from 'playwright';
import { longHeadline } from './fill-library.ts';
import type { Measured, Scrolled } from './measured.ts';

const samples = 15;

/** Everything that is measured, in one window. */
export async function measureWindow(page: Page, address: string, count: number): Promise<Measured> {
  const askedAt = performance.now();
  await page.goto(address);
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.getByRole('option').first().waitFor();
  const usableMs = performance.now() - askedAt;
  if ((await list.getByRole('option').first().getAttribute('aria-setsize')) !== String(count)) {
    throw new Error('the list does not hold the whole library');
  }
  const scroll = [
    await scrollBy(page, 'as by wheel, 400 px a frame', { stepPx: 400, frames: 300 }),
    await scrollBy(page, 'top to bottom', { stepPx: null, frames: 300 }),
  ];
  const groupedAt = performance.now();
  await page.getByRole('button', { name: 'Sort and layout' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Under headings' }).click();
  await list.getByRole('group').first().waitFor();
  const groupedMs = performance.now() - groupedAt;
  scroll.push(await scrollBy(page, 'top to bottom under headings', { stepPx: null, frames: 300 }));
  const openMs = await openMany(page);
  return { usableMs, groupedMs, scroll, openMs, markMs: await markMany(page) };
}

/** Moves the list a step a frame, from its top, and watches each frame: the time between, and what scripts took of it. */
async function scrollBy(
  page: Page,
  what: string,
  way: { readonly stepPx: number | null; readonly frames: number },
): Promise<Scrolled> {
  const seen = await page.evaluate(async ({ stepPx, frames }) => {
    const list = document.querySelector('#article-list')!;
    const framesMs: number[] = [];
    const scriptsMs: number[] = [];
    type Script = { readonly duration: number; readonly sourceURL: string };
    type LongFrame = PerformanceEntry & { readonly scripts: readonly Script[] };
    // The step that is taken here for each frame is none of the app's.
    const isOurs = ({ sourceURL }: Script) => sourceURL.startsWith(location.origin);
    const observer = new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries() as LongFrame[]) {
        scriptsMs.push(entry.scripts.filter(isOurs).reduce((sum, script) => sum + script.duration, 0));
      }
    });
    observer.observe({ type: 'long-animation-frame' });
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    list.scrollTo(0, 0);
    const step = stepPx ?? (list.scrollHeight - list.clientHeight) / frames;
    let before = await nextFrame();
    for (let frame = 0; frame < frames; frame += 1) {
      list.scrollTo(0, list.scrollTop + step);
      const now = await nextFrame();
      framesMs.push(now - before);
      before = now;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    return { framesMs, scriptsMs };
  }, way);
  return {
    what,
    frames: seen.framesMs.length,
    framesMs: seen.framesMs,
    longestScriptMs: Math.max(0, ...seen.scriptsMs),
    longScripts: seen.scriptsMs.filter((ms) => ms > 50).length,
  };
}

/** Clicks rows one after the other, at places all over the list. */
async function openMany(page: Page): Promise<readonly number[]> {
  const opened: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    await page.evaluate(
      async (share) => {
        const list = document.querySelector('#article-list')!;
        list.scrollTo(0, (list.scrollHeight - list.clientHeight) * share);
        await new Promise((resolve) => setTimeout(resolve, 400));
      },
      (sample + 0.5) / samples,
    );
    await page.locator('#article-list [role=option]').nth(4).waitFor();
    opened.push(
      await page.evaluate(async () => {
        const rows = [...document.querySelectorAll<HTMLElement>('#article-list [role=option]')];
        const bounds = document.querySelector('#article-list')!.getBoundingClientRect();
        const row = rows.find((one) => one.getBoundingClientRect().top > bounds.top + 150)!;
        const headline = () => document.querySelector('[aria-label="Reader"] h2')?.textContent ?? '';
        const [before, wanted] = [headline(), row.textContent ?? ''];
        const isShown = () => headline() !== before && wanted.includes(headline());
        const startedAt = performance.now();
        row.click();
        while (!isShown()) {
          if (performance.now() - startedAt > 20_000) throw new Error(`"${wanted}" was not opened: "${headline()}"`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - startedAt;
      }),
    );
  }
  return opened;
}

/** Marks words in the long article by the key, which ones are chosen as a pointer would leave them. */
async function markMany(page: Page): Promise<readonly number[]> {
  const search = page.getByRole('combobox', { name: 'Search the library' });
  await search.fill(`title:"${longHeadline}"`);
  await page.getByRole('option', { name: longHeadline }).first().click();
  await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= 300);
  const marks: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    await page.evaluate(chooseFreeWords, sample);
    await page.getByRole('toolbar', { name: 'Mark the selection' }).waitFor();
    // Awaited before the key is pressed, or a busy page would hear the key first.
    const watch = await page.evaluateHandle(watchNextMark);
    await page.keyboard.press('h');
    marks.push(await watch.evaluate(({ marked }) => marked));
  }
  return marks;
}

/** Chooses words that no highlight touches yet, in another paragraph each time. Runs in the page. */
function chooseFreeWords(sample: number): void {
  const marked = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]) as Range[];
  const paragraphs = [...document.querySelectorAll('#reader-scroll article p')].slice(sample * 8 + 3);
  for (const paragraph of paragraphs) {
    const words = document.createRange();
    const node = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (node === null || (node.textContent ?? '').length < 60) continue;
    words.setStart(node, 2);
    words.setEnd(node, 40);
    const isFree = marked.every(
      (range) =>
        range.compareBoundaryPoints(Range.START_TO_END, words) < 0 ||
        range.compareBoundaryPoints(Range.END_TO_START, words) > 0,
    );
    if (!isFree) continue;
    paragraph.scrollIntoView({ block: 'center' });
    getSelection()!.setBaseAndExtent(node, 2, node, 40);
    return;
  }
  throw new Error('no free words are left');
}

/**
 * From the next key pressed to one more passage that is painted. Runs in the page; the promise lies in an object, so
 * that it is not waited for.
 */
function watchNextMark(): { readonly marked: Promise<number> } {
  const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  const before = count();
  const marked = new Promise<number>((resolve, reject) => {
    const onKey = () => {
      const startedAt = performance.now();
      const look = () => {
        const tookMs = performance.now() - startedAt;
        if (count() > before) resolve(tookMs);
        else if (tookMs > 10_000) reject(new Error(`nothing was marked: there are ${before}`));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', onKey, { capture: true, once: true });
  });
  return { marked };
}
