import { describe, expect, test } from 'vitest';
import { captureOf } from '#support/captures.ts';
import { makeMail, picturePart, quotedPrintable } from '#support/make-mail.ts';
import { openBytes, takenInAt } from '#support/open-bytes.ts';
import { makePng } from '#support/page-server.ts';

const type = 'multipart/related; type="text/html"; boundary="----b"';
const address = 'https://harbour-courier.example/2018/ferry';
const chromeHead = {
  From: '<Saved by Blink>',
  'Snapshot-Content-Location': address,
  Subject: 'Ferry',
  Date: 'Sun, 10 Jun 2018 08:30:00 -0000',
  'MIME-Version': '1.0',
  'Content-Type': type,
};
const pageHead = {
  'Content-Type': 'text/html',
  'Content-Transfer-Encoding': 'quoted-printable',
  'Content-Location': address,
};
const picture = makePng(40, 30);

describe('a page saved as one file', () => {
  const html = '<meta charset="utf-8"><p>Fähre</p><img src="cid:ferry@mhtml.blink"><img src="pictures/salt.png">';
  const file = makeMail({
    headers: chromeHead,
    body: [
      { headers: pageHead, body: quotedPrintable(Buffer.from(html)) },
      picturePart(picture, { 'Content-ID': '<ferry@mhtml.blink>' }),
      picturePart(makePng(50, 30), { 'Content-Location': 'https://harbour-courier.example/2018/pictures/salt.png' }),
    ],
  });

  test('gives its page, its address and the moment it was saved', async () => {
    const captured = await captureOf(openBytes('ferry.mht', file));
    expect(Buffer.from(captured.bytes).toString()).toBe(html);
    expect(captured).toMatchObject({
      kind: 'html',
      address,
      capturedAt: '2018-06-10T08:30:00.000Z',
      takenInAt,
      fileName: 'ferry.mht',
      original: { kind: 'mhtml', bytes: file },
    });
  });

  test.each([
    ['cid:ferry@mhtml.blink', picture],
    ['cid:ferry%40mhtml.blink', picture],
    ['pictures/salt.png', makePng(50, 30)],
    ['https://harbour-courier.example/2018/pictures/salt.png#top', makePng(50, 30)],
    ['pictures/none.png', null],
    ['cid:none', null],
  ])('gives the picture %s', async (reference, bytes) => {
    const captured = await captureOf(openBytes('ferry.mht', file));
    expect(await captured.readRelative?.(reference)).toEqual(bytes === null ? null : Buffer.from(bytes));
  });

  test('by Internet Explorer is one, too: no note of its address but at the page', async () => {
    const headers = {
      From: '"Saved by Windows Internet Explorer 11"',
      Subject: 'Ferry',
      'MIME-Version': '1.0',
      'Content-Type': type,
    };
    const body = [
      {
        headers: {
          ...pageHead,
          'Content-Transfer-Encoding': '8bit',
          'Content-Type': 'text/html; charset="windows-1252"',
        },
        body: '<p>Ferry',
      },
    ];
    expect(await captureOf(openBytes('ferry.mht', makeMail({ headers, body })))).toMatchObject({
      address,
      charset: 'windows-1252',
      capturedAt: takenInAt,
    });
  });

  test('is the part that "start" names, not the first', async () => {
    const headers = { ...chromeHead, 'Content-Type': `${type}; start="<main@x>"` };
    const body = [
      { headers: { 'Content-Type': 'text/html', 'Content-ID': '<frame@x>' }, body: '<p>Advertisement' },
      { headers: { 'Content-Type': 'text/html', 'Content-ID': '<main@x>' }, body: '<p>Ferry' },
    ];
    const captured = await captureOf(openBytes('ferry.mht', makeMail({ headers, body })));
    expect(Buffer.from(captured.bytes).toString()).toBe('<p>Ferry');
  });

  test('without a page in it is refused in a sentence', async () => {
    const file = makeMail({ headers: chromeHead, body: [picturePart(picture, {})] });
    await expect(captureOf(openBytes('ferry.mht', file))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'cannot take in ferry.mht: it is a saved page (MHTML) without any page in it',
    });
  });

  test('a date of tomorrow, or of before the web, is none', async () => {
    for (const date of ['Tue, 24 Nov 2026 08:30:00 -0000', 'Sun, 10 Jun 1984 08:30:00 -0000', 'yesterday']) {
      const file = makeMail({
        headers: { ...chromeHead, Date: date },
        body: [{ headers: pageHead, body: '<p>Ferry' }],
      });
      expect((await captureOf(openBytes('ferry.mht', file))).capturedAt).toBe(takenInAt);
    }
  });
});
