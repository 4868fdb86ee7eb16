import { expect, test } from 'vitest';
import { withoutLastPart, withoutSiteName } from './headline.ts';

test.each([
  ['Lamp stays lit | The Morrow Gazette', 'Lamp stays lit'],
  ['The Morrow Gazette: Lamp stays lit', 'Lamp stays lit'],
  ['Lamp stays lit - Coast - The Morrow Gazette', 'Lamp stays lit - Coast'],
  ['Lamp stays lit – morrowgazette.example', 'Lamp stays lit'],
  ['Rain - and then more rain', 'Rain - and then more rain'],
  ['Interview: the keeper speaks', 'Interview: the keeper speaks'],
])('%s is the headline %s', (title, headline) => {
  expect(withoutSiteName(title, ['The Morrow Gazette', 'morrowgazette.example'], [])).toBe(headline);
});

test('what the page prints as its heading is the headline, whatever stands around it', () => {
  expect(withoutSiteName('Evening Post: Elephant crosses lake', [], ['Elephant crosses lake'])).toBe(
    'Elephant crosses lake',
  );
});

test('a short last part behind a strong sign goes when nothing else is known', () => {
  expect(withoutLastPart('Elephant crosses the lake – Evening Post')).toBe('Elephant crosses the lake');
  expect(withoutLastPart('Rain – again')).toBe('Rain – again');
});
