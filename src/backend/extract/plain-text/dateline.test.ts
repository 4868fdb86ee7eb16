import { expect, test } from 'vitest';
import { readDateline } from './dateline.ts';

test.each([
  ['(CNN) — The story.', null, 'CNN', 'The story.'],
  ['(UPI)The story.', null, 'UPI', 'The story.'],
  ['QINGDAO, China (Reuters) - The story.', 'QINGDAO, China', 'Reuters', 'The story.'],
  ['LONDON, March 3 — The story.', 'LONDON', null, 'The story.'],
  ['ST. LOUIS -- The story.', 'ST. LOUIS', null, 'The story.'],
  ['Kyiv, Ukraine (AP) — The story.', 'Kyiv, Ukraine', 'AP', 'The story.'],
  ['HORSHAM, Pa., June 18 - The story.', 'HORSHAM, Pa.', null, 'The story.'],
  ['RPT --LUDWIGSTADT, West Germany, March 30 - The story.', 'LUDWIGSTADT, West Germany', null, 'The story.'],
  ['CORRECTED - ORRIN BAY, Westmark, May 2 - The story.', 'ORRIN BAY, Westmark', null, 'The story.'],
  ['orrin bay, april 7 - the story.', 'orrin bay', null, 'the story.'],
  ['LINDENAU (dpa) - Die Sache.', 'LINDENAU', 'dpa', 'Die Sache.'],
])('%s opens with a dateline', (text, place, agency, rest) => {
  expect(readDateline(text)).toMatchObject({ place, agency, rest });
});

test.each([
  'Rain - and then more rain - fell on the town.',
  'The mayor — who had slept badly — said no.',
  'In March 3 - 4 people came.',
  'NASA says the rocket will fly.',
  '(Corrects name) The story.',
  'we met in may, april 7 people came - all late.',
  'the old ferry, a friend of 7 - no more - is gone.',
  'UPDATE - the mayor is back.',
  'Anna Berg (left) - the winner - smiled.',
])('%s opens with the story itself', (text) => {
  expect(readDateline(text)).toBeNull();
});
