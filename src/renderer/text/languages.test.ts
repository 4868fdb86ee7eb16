import { expect, test } from 'vitest';
import { chooseLanguage } from './languages.ts';

test('the window speaks the first language of the system that it knows, with that country’s dates', () => {
  expect(chooseLanguage('system', ['pl-PL', 'de-AT', 'en'])).toEqual({ language: 'de', locale: 'de-AT' });
  expect(chooseLanguage('system', ['zh-Hans-CN'])).toEqual({ language: 'zh', locale: 'zh-Hans-CN' });
});

test('it speaks English where the system knows none of its languages', () => {
  expect(chooseLanguage('system', ['pl-PL', 'fi'])).toEqual({ language: 'en', locale: 'en' });
  expect(chooseLanguage('system', [])).toEqual({ language: 'en', locale: 'en' });
});

test('a chosen language is spoken whatever the system says, with the country the system names for it', () => {
  expect(chooseLanguage('fr', ['en-US', 'fr-CA'])).toEqual({ language: 'fr', locale: 'fr-CA' });
  expect(chooseLanguage('ru', ['en-US'])).toEqual({ language: 'ru', locale: 'ru' });
});
