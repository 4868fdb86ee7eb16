import { describe, expect, test } from 'vitest';
import { captureOf, capturesOf } from '#support/captures.ts';
import { type MailPart, makeMail, picturePart } from '#support/make-mail.ts';
import { openBytes, takenInAt } from '#support/open-bytes.ts';
import { makePng } from '#support/page-server.ts';

const head = {
  Received: 'from mx.harbour.example by mail.example; Sun, 10 Jun 2018 08:31:00 +0200',
  From: '"Imke Petersen from Harbour Letters" <letters@harbour.example>',
  To: 'reader@mail.example',
  Subject: '=?utf-8?Q?Die_F=C3=A4hre?=\r\n =?utf-8?Q?_f=C3=A4hrt_wieder?=',
  Date: 'Sun, 10 Jun 2018 08:30:00 +0200 (CEST)',
  'Message-ID': '<1@harbour.example>',
  'MIME-Version': '1.0',
};
const plain: MailPart = { headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'Plain ferry.' };
const page: MailPart = {
  headers: { 'Content-Type': 'text/html; charset="iso-8859-15"', 'Content-Transfer-Encoding': 'quoted-printable' },
  body: '<p>F=E4hre <img src=3D"cid:ferry@x">',
};
const alternative = 'multipart/alternative; boundary="alt"';
const capture = (part: MailPart) => captureOf(openBytes('ferry.eml', makeMail(part)));

describe('a newsletter', () => {
  test('gives its page rather than its plain text, with what its head says', async () => {
    const mail = makeMail({ headers: { ...head, 'Content-Type': alternative }, body: [plain, page] });
    const captured = await captureOf(openBytes('ferry.eml', mail));
    expect(Buffer.from(captured.bytes).toString('latin1')).toBe('<p>F\xe4hre <img src="cid:ferry@x">');
    expect(captured).toMatchObject({
      kind: 'html',
      charset: 'iso-8859-15',
      address: null,
      capturedAt: '2018-06-10T06:30:00.000Z',
      takenInAt,
      original: { kind: 'email', bytes: mail },
      hints: {
        headline: { value: 'Die Fähre fährt wieder' },
        authors: { value: ['Imke Petersen'] },
        source: { value: 'Harbour Letters' },
        publishedAt: { value: '2018-06-10T08:30:00+02:00' },
      },
    });
  });

  test('brings the pictures that came with it', async () => {
    const related = {
      headers: { 'Content-Type': 'multipart/related; boundary="rel"' },
      body: [page, picturePart(makePng(40, 30), { 'Content-ID': '<ferry@x>', 'Content-Disposition': 'inline' })],
    };
    const captured = await capture({ headers: { ...head, 'Content-Type': alternative }, body: [plain, related] });
    expect(await captured.readRelative?.('cid:ferry@x')).toEqual(makePng(40, 30));
    expect(await captured.readRelative?.('https://tracker.example/open.gif')).toBeNull();
  });

  test('says where it stands on the web', async () => {
    const headers = { ...head, 'List-Post': '<https://letters.harbour.example/p/ferry>', 'Content-Type': 'text/html' };
    expect((await capture({ headers, body: '<p>x' })).address).toBe('https://letters.harbour.example/p/ferry');
    const byMail = { ...headers, 'List-Post': '<mailto:letters@harbour.example>' };
    expect((await capture({ headers: byMail, body: '<p>x' })).address).toBeNull();
  });
});

describe('a mail', () => {
  test('of plain text is text, its broken lines joined', async () => {
    const headers = { ...head, 'Content-Type': 'text/plain; charset=utf-8; format=flowed' };
    const captured = await capture({ headers, body: 'The ferry \r\nsailed.\r\n\r\n-- \r\nSönke' });
    expect(captured.kind).toBe('text');
    expect(Buffer.from(captured.bytes).toString()).toBe('The ferry sailed.\r\n\r\n-- \r\nSönke');
  });

  test('an attached page is not its text', async () => {
    const attached = {
      headers: { 'Content-Type': 'text/html', 'Content-Disposition': 'attachment; filename=a.html' },
      body: '<p>a',
    };
    const mixed = { ...head, 'Content-Type': 'multipart/mixed; boundary="mix"' };
    expect((await capture({ headers: mixed, body: [plain, attached] })).kind).toBe('text');
    await expect(capture({ headers: mixed, body: [attached] })).rejects.toMatchObject({ code: 'no-article' });
  });

  test('in a mailbox is one of many, each of which is kept alone', async () => {
    const one = makeMail({
      headers: { ...head, 'Content-Type': 'text/html' },
      body: '<p>Ferry\r\n\r\nFrom Husum it sails.',
    });
    const from = Buffer.from('From letters@harbour.example Sun Jun 10 08:30:00 2018\r\n');
    const box = Buffer.concat([from, one, Buffer.from('\r\n\r\n'), from, one, Buffer.from('\r\n\r\n'), from, one]);
    const captures = await capturesOf(openBytes('letters.mbox', box));
    expect(captures).toHaveLength(3);
    for (const { bytes, hints, original } of captures) {
      expect(Buffer.from(bytes).toString().trim()).toBe('<p>Ferry\r\n\r\nFrom Husum it sails.');
      expect(hints?.headline?.value).toBe('Die Fähre fährt wieder');
      expect(
        Buffer.from(original?.bytes ?? [])
          .toString('latin1')
          .match(/Message-ID/g),
      ).toHaveLength(1);
    }
  });

  test("of Apple's kind has its length above it", async () => {
    const mail = makeMail({ headers: { ...head, 'Content-Type': 'text/html' }, body: '<p>Ferry' });
    const file = Buffer.concat([
      Buffer.from(`${mail.length}      \n`),
      mail,
      Buffer.from('<?xml version="1.0"?><plist>'),
    ]);
    const captured = await captureOf(openBytes('1.emlx', file));
    expect(Buffer.from(captured.bytes).toString()).toBe('<p>Ferry');
  });

  test.each([
    ['Imke Petersen <i@x.example>', false, { authors: 'Imke Petersen', source: undefined }],
    ['"The Harbour Daily" <d@x.example>', true, { authors: undefined, source: 'The Harbour Daily' }],
    ['"The Harbour Daily" <d@x.example>', false, { authors: undefined, source: undefined }],
    ['i.petersen@x.example', true, { authors: undefined, source: undefined }],
    ['=?utf-8?Q?S=C3=B6nke_Brodersen?= <s@x.example>', false, { authors: 'Sönke Brodersen', source: undefined }],
  ])('sent by %s (newsletter: %s) says %o', async (from, isNewsletter, said) => {
    const list = isNewsletter ? { 'List-Unsubscribe': '<https://x.example/u>' } : {};
    const { hints } = await capture({
      headers: { ...head, From: from, ...list, 'Content-Type': 'text/html' },
      body: '<p>x',
    });
    expect({ authors: hints?.authors?.value[0], source: hints?.source?.value }).toEqual(said);
  });
});
