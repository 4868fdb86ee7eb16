import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of a theme, by name. */
function coloursOf(theme: string): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}'] {`)).split('}')[0] ?? '';
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// What is painted over text is no element: the checks of a whole page do not see it.
test.each(['paper', 'sepia', 'dark'])('marked words are legible in %s, and their lines can be seen', (theme) => {
  const colours = coloursOf(theme);
  const colour = (name: string) => colours.get(name) ?? `missing: ${name}`;
  for (const mark of ['yellow', 'green', 'blue', 'pink']) {
    // Whatever its own colour, what is marked is set in the ink of the text.
    expect(contrast(colour('ink'), colour(`mark-${mark}`)), `ink on ${mark}`).toBeGreaterThanOrEqual(7);
  }
  for (const mark of ['green', 'blue', 'pink']) {
    expect(contrast(colour(`mark-${mark}-line`), colour(`mark-${mark}`)), `line of ${mark}`).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(colour('accent-line'), colour('paper'))).toBeGreaterThanOrEqual(3);
  expect(contrast(colour('mark-active-ink'), colour('mark-active'))).toBeGreaterThanOrEqual(7);
});
