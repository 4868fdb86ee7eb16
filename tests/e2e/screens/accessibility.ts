import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe finds nothing to say about the window as it stands: WCAG 2.2 A and AA.
 *
 * It is asked of a window at rest: a sheet that is only beginning to appear is none to axe yet, which then
 * takes the guards of its focus for a mistake.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await untilAtRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, state).toEqual([]);
}

/** Waits until all that moves and comes to an end has ended. */
async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
