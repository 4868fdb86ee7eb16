export type BlockKind = 'postings' | 'positions';

const blocksPerSegment = 2 ** 20;

/**
 * Blocks of postings that were read lately, at most so many bytes of them. Least recently used go
 * first. The operating system keeps the file's pages anyway; this saves the copy and the checksum.
 */
export class BlockCache {
  readonly #capacityBytes: number;
  readonly #blocks = new Map<number, Uint8Array>();
  #sizeBytes = 0;

  constructor(capacityBytes: number) {
    this.#capacityBytes = capacityBytes;
  }

  get(kind: BlockKind, segment: number, block: number, read: () => Uint8Array): Uint8Array {
    const key = (segment * blocksPerSegment + block) * 2 + (kind === 'positions' ? 1 : 0);
    const known = this.#blocks.get(key);
    if (known !== undefined) {
      // Moved to the end: a Map keeps the order of insertion.
      this.#blocks.delete(key);
      this.#blocks.set(key, known);
      return known;
    }
    const data = read();
    this.#blocks.set(key, data);
    this.#sizeBytes += data.length;
    this.#evict();
    return data;
  }

  clear(): void {
    this.#blocks.clear();
    this.#sizeBytes = 0;
  }

  #evict(): void {
    for (const [key, block] of this.#blocks) {
      if (this.#sizeBytes <= this.#capacityBytes) return;
      this.#blocks.delete(key);
      this.#sizeBytes -= block.length;
    }
  }
}
