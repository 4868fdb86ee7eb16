import { expect, test } from 'vitest';
import type { Place } from './find-passages.ts';
import { movePassage, sentenceAt, stretchPassage } from './passage-steps.ts';

const text = 'The ferry sailed. Nobody waved!\nIn the evening, “it” was back.';
const words = (place: Place | undefined) => place && text.slice(place.start, place.end);
const first = { start: 0, end: 17 };

test('the sentence at a place is found, between two the next', () => {
  expect(words(sentenceAt(text, 5, 'en'))).toBe('The ferry sailed.');
  expect(words(sentenceAt(text, 17, 'en'))).toBe('Nobody waved!');
  expect(words(sentenceAt(text, 999, 'en'))).toBe('In the evening, “it” was back.');
  expect(sentenceAt('', 0, 'en')).toBeUndefined();
  expect(words(sentenceAt(text, 5, 'no language at all'))).toBe('The ferry sailed.');
});

test('a passage moves by sentences over the ends of paragraphs, and stays at the ends of the text', () => {
  const second = movePassage(text, first, 'sentence', 1, 'en');
  const third = movePassage(text, second, 'sentence', 1, 'en');
  expect([second, third].map(words)).toEqual(['Nobody waved!', 'In the evening, “it” was back.']);
  expect(movePassage(text, third, 'sentence', 1, 'en')).toEqual(third);
  expect(movePassage(text, third, 'sentence', -1, 'en')).toEqual(second);
  expect(movePassage(text, first, 'sentence', -1, 'en')).toEqual(first);
});

test('by words it goes to the first word, then on; and is stretched and shrunk at its end', () => {
  const ferry = movePassage(text, first, 'word', 1, 'en');
  expect(words(ferry)).toBe('ferry');
  expect(words(movePassage(text, ferry, 'word', -1, 'en'))).toBe('The');
  const more = stretchPassage(text, ferry, 'word', 1, 'en');
  expect(words(more)).toBe('ferry sailed');
  expect(words(stretchPassage(text, more, 'word', -1, 'en'))).toBe('ferry');
  expect(stretchPassage(text, ferry, 'word', -1, 'en')).toEqual(ferry);
  const whole = stretchPassage(text, more, 'sentence', 1, 'en');
  expect(words(whole)).toBe('ferry sailed.');
  const next = stretchPassage(text, whole, 'sentence', 1, 'en');
  expect(words(next)).toBe('ferry sailed. Nobody waved!');
  expect(words(stretchPassage(text, next, 'sentence', -1, 'en'))).toBe('ferry sailed.');
  const over = stretchPassage(text, next, 'word', 1, 'en');
  expect(words(over)).toBe('ferry sailed. Nobody waved!\nIn');
});

test('languages without spaces are parted into words too', () => {
  const chinese = '渡轮今天中午出发。没有人挥手。';
  const sentence = sentenceAt(chinese, 0, 'zh');
  expect(sentence).toEqual({ start: 0, end: 9 });
  const word = movePassage(chinese, sentence!, 'word', 1, 'zh');
  expect(word.end - word.start).toBeLessThan(5);
});
