import type { CaptureItem } from '../capture-item.ts';
import { type ByteSource, partOf } from './byte-source.ts';
import { labelInside } from './labels.ts';

const chunkBytes = 4_000_000;
const mostMails = 100_000;
/** `From sender Sun Jun 10 08:30:00 2018` behind an empty line: nothing else has a day and an hour there. */
const separator = /\n\r?\nFrom \S+ [^\n]{0,40}\d\d:\d\d[^\n]{0,60}\n[A-Za-z][\w-]*:/g;
/** A separator may stand across two chunks. */
const longestSeparatorBytes = 400;

/**
 * The mails of a mailbox (`.mbox`): one file with many, each below a line that begins with `From `.
 *
 * Only where each begins is kept in memory; mailboxes of many years are larger than that.
 */
export async function* mailboxItems(
  source: ByteSource,
  openMail: (mail: ByteSource) => CaptureItem,
): AsyncIterable<CaptureItem> {
  let number = 0;
  let start = 0;
  for await (const end of mailEnds(source)) {
    number += 1;
    const mail = partOf(source, start, end);
    yield openMail({
      ...mail,
      label: number === 1 && end === source.sizeBytes ? source.label : labelInside(source.label, `mail ${number}`),
    });
    if (number >= mostMails) return;
    start = end;
  }
}

async function* mailEnds(source: ByteSource): AsyncIterable<number> {
  let last = 0;
  for (let at = 0; at < source.sizeBytes; at += chunkBytes) {
    const chunk = Buffer.from(await source.read(at, chunkBytes + longestSeparatorBytes)).toString('latin1');
    for (const { 0: whole, index } of chunk.matchAll(separator)) {
      const end = at + index + whole.indexOf('From ');
      if (end <= last) continue;
      last = end;
      yield end;
    }
  }
  yield source.sizeBytes;
}
