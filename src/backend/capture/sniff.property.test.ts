import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import { pictureFacts } from './picture-header.ts';
import { savedFrom } from './saved-page.ts';
import { sniffKind } from './sniff.ts';

/** Bytes of every kind, and such that begin like something known and then go wrong. */
const heads = [
  '',
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff',
  'GIF89a',
  'RIFF    WEBPVP8X',
  '\0\0\0\x20ftypavif',
  '<svg ',
  '\xff\xfe',
  '<!--',
];
const bytes = fc
  .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }))
  .map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]));
const fileName = fc.option(fc.constantFrom('a.html', 'a.md', 'a.txt', 'a', '.html', 'a.', 'a.json'));

test('whatever the bytes, sniffing answers a kind or one of three refusals', () => {
  fc.assert(
    fc.property(bytes, fileName, (input, name) => {
      try {
        expect(['html', 'text', 'markdown']).toContain(sniffKind(input, { label: 'it', fileName: name }));
      } catch (error) {
        const code = error instanceof ArchiveError ? error.code : error;
        expect(['empty-input', 'binary-input', 'unsupported-kind']).toContain(code);
      }
    }),
    { numRuns: 2000 },
  );
});

test('bytes that are random and long enough are never taken for text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4000, maxLength: 5000 }), (input) => {
      fc.pre(!(input[0] === 0xff && input[1] === 0xfe) && !(input[0] === 0xfe && input[1] === 0xff));
      // fast-check likes small arrays of small numbers; these are the honest random ones.
      fc.pre(new Set(input).size > 200);
      expect(() => sniffKind(input, { label: 'it' })).toThrow();
    }),
  );
});

test('whatever the bytes, a picture header is read or refused, never with a size of nothing', () => {
  fc.assert(
    fc.property(bytes, (input) => {
      const facts = pictureFacts(input);
      if (facts !== undefined) expect(facts.width !== 0 && facts.height !== 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('an address recovered from a page is always one of the web, without credentials', () => {
  const address = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc.constant('http://a:b@c/'),
  );
  fc.assert(
    fc.property(address, (given) => {
      const found = savedFrom(Buffer.from(`<!-- saved from url=(0014)${given} -->`)).address;
      if (found === null) return;
      const { protocol, username, password } = new URL(found);
      expect({ isWeb: /^https?:$/.test(protocol), username, password }).toEqual({
        isWeb: true,
        username: '',
        password: '',
      });
    }),
  );
});
