import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Lies and oddities, for hostile zips. */
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly claimedBytes?: number;
  /** Unix mode and type, as in `0o120777` for a link. */
  readonly mode?: number;
  /** Where the directory says the entry lies; else where it lies. */
  readonly claimedOffset?: number;
};

/** A zip made by hand, so that a test can make a bad one too. */
export function makeZip(entries: readonly ZipEntry[], { before = '', after = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before, 'latin1')];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.bytes as Uint8Array);
    const packed = entry.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name, 'utf8');
    const common = commonFields(entry, content, packed, name.length);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    directory.push(directoryRecord(entry, common, name, entry.claimedOffset ?? offset));
    parts.push(local);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directoryBytes, end, Buffer.from(after, 'latin1')]);
}

/** The fields that local header and directory share: from the version needed to the length of the extra field. */
function commonFields(entry: ZipEntry, content: Buffer, packed: Buffer, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x08_00 | (entry.encrypted === true ? 1 : 0), 2);
  fields.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.claimedBytes ?? content.length, 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}

function directoryRecord(entry: ZipEntry, common: Buffer, name: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((entry.mode ?? 0o100_644) * 65_536, 6);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, tail, name]);
}
