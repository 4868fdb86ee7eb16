import { ArchiveError } from '#contract/errors.ts';
import type { CaptureItem } from '../../capture-item.ts';
import { longestAssetBytes } from '../../read-beside.ts';
import { webAddress } from '../../saved-page.ts';
import type { ByteSource } from '../byte-source.ts';
import { labelInside } from '../labels.ts';
import type { Opening } from '../opening.ts';
import { toCaptured, type Unwrapped } from '../unwrapped.ts';
import { unwrapMhtml } from '../mhtml.ts';
import { type Answer, type ArchiveIndex, indexArchive, messageType, readAnswer } from './archive-index.ts';
import { inflateMember } from './inflate-member.ts';
import { showsWords } from './shows-words.ts';

/** Fewer words than this are a redirect, a frame, a message of an error: no article. */
const fewestWords = 40;

/** The articles of a web archive (`.warc`, `.warc.gz`): each page in it, with its pictures from it. */
export async function* warcItems(source: ByteSource, opening: Opening): AsyncIterable<CaptureItem> {
  await refuseOtherGzip(source);
  const index = await indexArchive([source], opening.signal);
  yield* articleItems(index, index.pages, source.label, opening);
}

/** Those of the pages that hold a text; at least one must. Damage is told of after what is whole. */
export async function* articleItems(
  index: ArchiveIndex,
  pages: readonly Answer[],
  label: string,
  opening: Opening,
): AsyncIterable<CaptureItem> {
  let isEmpty = true;
  for (const page of pages) {
    opening.signal.throwIfAborted();
    const item: CaptureItem = {
      kind: 'article',
      label: labelInside(label, page.address),
      async capture() {
        const { origin, now } = opening;
        return toCaptured(await unwrapAnswer(index, page), { origin, takenInAt: now(), fileName: null });
      },
    };
    if (opening.takesEveryPage !== true && !(await holdsText(page))) continue;
    isEmpty = false;
    yield item;
  }
  const { damage } = index;
  if (damage !== null && !isEmpty) yield { kind: 'article', label, capture: () => Promise.reject(damage) };
  if (damage !== null && isEmpty) throw damage;
  if (!isEmpty) return;
  throw new ArchiveError('no-article', `${label} is a web archive without any page that holds an article`);
}

async function unwrapAnswer(index: ArchiveIndex, page: Answer): Promise<Unwrapped> {
  const { record, body, head } = await readAnswer(page);
  if (page.mediaType === messageType) {
    return { ...unwrapMhtml(body, page.address), original: { kind: 'warc', bytes: record } };
  }
  const find = (reference: string) => {
    const address = URL.parse(reference, page.address)?.href;
    return address === undefined ? undefined : index.find(address, page.capturedAt);
  };
  return {
    kind: 'html',
    bytes: body,
    charset: head?.charset ?? null,
    address: webAddress(page.address),
    capturedAt: page.capturedAt,
    hints: null,
    original: { kind: 'warc', bytes: record },
    holds: async (reference) => find(reference) !== undefined,
    readRelative: async (reference) => readPicture(find(reference)),
  };
}

async function readPicture(answer: Answer | undefined): Promise<Uint8Array | null> {
  if (answer === undefined || answer.place.blockBytes > longestAssetBytes) return null;
  try {
    return (await readAnswer(answer)).body;
  } catch (error) {
    // A picture that cannot be read is left out; only a bug goes further.
    if (error instanceof ArchiveError) return null;
    throw error;
  }
}

/** A page that cannot be read is not left out: its capture tells why. */
async function holdsText(page: Answer): Promise<boolean> {
  try {
    const { body } = await readAnswer(page);
    return showsWords(body, fewestWords);
  } catch (error) {
    if (error instanceof ArchiveError) return true;
    throw error;
  }
}

/** A page packed with gzip is no web archive; the first bytes inside tell. */
async function refuseOtherGzip(source: ByteSource): Promise<void> {
  const isPacked = (await source.read(0, 1))[0] === 0x1f;
  if (!isPacked) return;
  const { chunks } = await inflateMember(source, 0);
  for await (const chunk of chunks) {
    if (Buffer.from(chunk.subarray(0, 5)).toString('latin1') === 'WARC/') return;
    break;
  }
  const message = `cannot take in ${source.label}: it is a gzip archive without a web archive in it; unpack it first`;
  throw new ArchiveError('unsupported-kind', message, { details: { found: 'a gzip archive' } });
}
