const fewBytes = 48;

/**
 * Growing byte buffer with the one number format of the index: LEB128 varints, seven bits a byte,
 * lowest first, the high bit set on all but the last.
 */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.#grow(8);
    const bytes = this.bytes;
    let at = this.length;
    let rest = value;
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128;
      // Division, not shift: a total length may pass 32 bits.
      rest = rest < 0x7fffffff ? rest >>> 7 : Math.floor(rest / 128);
    }
    bytes[at++] = rest;
    this.length = at;
  }

  /** Appends bytes `[from, to)` of another array as they are. */
  raw(source: Uint8Array, from = 0, to = source.length): void {
    const size = to - from;
    if (this.length + size > this.bytes.length) this.#grow(size);
    if (size < fewBytes) {
      // A view and a call cost more than copying a few bytes one by one.
      const { bytes } = this;
      let at = this.length;
      for (let place = from; place < to; place++) bytes[at++] = source[place]!;
    } else {
      this.bytes.set(source.subarray(from, to), this.length);
    }
    this.length += size;
  }

  /** Appends what another writer holds, and empties it. */
  append(other: ByteWriter): void {
    this.raw(other.bytes, 0, other.length);
    other.length = 0;
  }

  /** UTF-16 units from `from` on, one varint each: any string survives, lone surrogates too. */
  units(text: string, from = 0): void {
    for (let i = from; i < text.length; i++) this.varint(text.charCodeAt(i));
  }

  /** A string with its length before it. */
  string(text: string): void {
    this.varint(text.length);
    this.units(text);
  }

  /** The bytes so far as a copy; the writer begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  /** The bytes so far as they lie there, to be read before anything else is written; the writer begins anew. */
  lend(): Uint8Array {
    const lent = this.bytes.subarray(0, this.length);
    this.length = 0;
    return lent;
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. The hot loops read in place instead. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get hasMore(): boolean {
    return this.at < this.end;
  }

  varint(): number {
    let byte = this.#byte();
    let value = byte & 127;
    let scale = 128;
    while (byte > 127) {
      byte = this.#byte();
      value += (byte & 127) * scale;
      scale *= 128;
    }
    return value;
  }

  units(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += String.fromCharCode(this.varint());
    return text;
  }

  string(): string {
    return this.units(this.varint());
  }

  #byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined || this.at > this.end) throw new RangeError('the record ends in the middle of a number');
    return byte;
  }
}

/** How many bytes the units of `text` from `from` on take as varints. */
export function unitsSize(text: string, from: number): number {
  let size = 0;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    size += unit < 128 ? 1 : unit < 16_384 ? 2 : 3;
  }
  return size;
}
