import { expect, test } from 'vitest';
import { english } from './english.ts';
import { mainText } from './main-text.ts';

test('the first language that is spoken is taken, else English', () => {
  expect(mainText(['nl-NL', 'de-AT', 'en-GB']).menu.newWindow).toBe('Neues Fenster');
  expect(mainText(['zh-Hans-CN']).menu.file).toBe('文件');
  expect(mainText(['nl', 'constructor', ''])).toBe(english);
});

test.each(['de', 'es', 'fr', 'ru', 'zh'])('in %s nothing was left in English, and what is put in comes out', (tag) => {
  const text = mainText([tag]);
  const same = Object.entries(text.menu).filter(
    ([name, label]) => label === english.menu[name as keyof typeof english.menu],
  );
  // "Zoom" and "Services" are the words of other languages too.
  expect(same.length, JSON.stringify(same)).toBeLessThan(2);
  expect(text.openLink('example.org')).toContain('example.org');
  expect(text.done.added(312)).toContain('312');
  expect(text.done.failed(3)).toContain('3');
  expect(Object.values(text.chooseFolder).filter((sentence) => sentence.trim() === '')).toEqual([]);
});
