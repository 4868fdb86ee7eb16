import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedPrintable } from '#support/make-mail.ts';
import { decodeQuotedPrintable, decodeTransfer } from './transfer.ts';

const decode = (text: string): string => Buffer.from(decodeQuotedPrintable(Buffer.from(text))).toString();

describe('quoted-printable', () => {
  test('any bytes come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(Buffer.from(decodeQuotedPrintable(Buffer.from(quotedPrintable(bytes))))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('any text at all is read without failing, and never grows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeQuotedPrintable(bytes).length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test.each([
    ['caf=C3=A9', 'café'],
    ['a=\r\nb', 'ab'],
    ['a= \t\nb', 'ab'],
    ['a \t\r\nb', 'a\r\nb'],
    ['1+1=2', '1+1=2'],
    ['=zz=', '=zz'],
    ['=c3=a9', 'é'],
  ])('%j is %j', (coded, text) => {
    expect(decode(coded)).toBe(text);
  });
});

test('base 64 is read over line breaks, and everything else is the bytes', () => {
  expect(Buffer.from(decodeTransfer(Buffer.from('RmVy\r\ncnk='), ' Base64 ')).toString()).toBe('Ferry');
  expect(Buffer.from(decodeTransfer(Buffer.from('Ferry'), '8bit')).toString()).toBe('Ferry');
});
