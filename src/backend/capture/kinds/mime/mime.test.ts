import { describe, expect, test } from 'vitest';
import { decodeText, parseHeader, parseParameters } from './header.ts';
import { parseMessage, partsOf } from './part.ts';

describe('a header', () => {
  test('goes on over lines that begin with a space', () => {
    const header = parseHeader('Subject: The ferry\r\n sails\r\n\tagain\r\nTo: a@b.example');
    expect(header.get('subject')).toEqual(['The ferry sails again']);
    expect(header.get('to')).toEqual(['a@b.example']);
  });

  test('has parameters, quoted or not, whole or in pieces', () => {
    const { value, parameters } = parseParameters(
      'Multipart/Related; boundary="a;b \\"c\\""; type=text/html; n*0="one "; n*1=two',
    );
    expect(value).toBe('multipart/related');
    expect(Object.fromEntries(parameters)).toEqual({ boundary: 'a;b "c"', type: 'text/html', n: 'one two' });
  });

  test.each([
    ['=?utf-8?Q?Die_F=C3=A4hre_f=C3=A4hrt?=', 'Die Fähre fährt'],
    ['=?UTF-8?B?RmFocmU=?= =?UTF-8?B?IHplaG4=?=', 'Fahre zehn'],
    ['=?ISO-8859-1?Q?S=F6nke?= Brodersen', 'Sönke Brodersen'],
    ['=?utf-8?B?w6Q=?= and =?utf-8?Q?=C3=B6?=', 'ä and ö'],
    ['=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=', 'ä'],
    ['=?no-such-charset?Q?ferry?=', 'ferry'],
    ['plain =?broken', 'plain =?broken'],
    [Buffer.from('Fähre', 'utf8').toString('latin1'), 'Fähre'],
  ])('%s is %s', (coded, text) => {
    expect(decodeText(coded)).toBe(text);
  });
});

describe('a message', () => {
  const texts = (message: string) =>
    [...partsOf(parseMessage(Buffer.from(message), 'mail'))]
      .filter(({ parts }) => parts.length === 0)
      .map((part) => Buffer.from(part.content()).toString());

  test('is parted at its boundaries only, whatever begins like one', () => {
    const message =
      'Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n\none\n--bb\nstill --b\none\n--b\n\ntwo\n--b--\nepilogue';
    expect(texts(message)).toEqual(['one\n--bb\nstill --b\none', 'two']);
  });

  test('that was cut off keeps what is there', () => {
    expect(texts('Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\none\r\n--b\r\n\r\ntw')).toEqual([
      'one',
      'tw',
    ]);
  });

  test('without a boundary is one part', () => {
    expect(texts('Content-Type: multipart/mixed\n\n--b\n\none')).toEqual(['--b\n\none']);
  });

  test('with parts nested without end is refused', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`,
    );
    expect(() => parseMessage(Buffer.from(bomb.join('')), 'mail')).toThrow('nested more than 12 deep');
  });

  test('with parts without number is refused', () => {
    const bomb = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(30_000)}`;
    expect(() => parseMessage(Buffer.from(bomb), 'mail')).toThrow('more than 20000 parts');
  });
});
