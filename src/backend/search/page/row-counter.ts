/**
 * The loop that counts facets, written for WebAssembly by hand: in JavaScript each of its eight counts would have its
 * bounds checked three times.
 *
 * It walks a set of articles word by word and adds one to a count for each of the eight numbers in an article's row.
 * Which table a number is counted in is fixed by its place in the row, so the tables' addresses are constants.
 *
 * ```
 * memory   ┌ five tables of 65,536 counts ┬ set of articles, a bit each ┬ rows of eight numbers of 16 bits ┐
 *          0                              setAt
 * ```
 * Of a table only the counts that occur are ever touched; the rest takes addresses, and no memory.
 */
export type RowCounter = {
  readonly memory: SharedRoom;
  /** Counts the rows of the articles in a set: its bytes are `[set, setEnd)`, the row of its first article is at `row`. */
  readonly count: (set: number, setEnd: number, row: number) => void;
};

/** Memory that the loop reads and counts in; growing it makes its buffer another one. */
type SharedRoom = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

/** What is used of WebAssembly: the compiler's own description of it comes only with that of a window. */
declare const WebAssembly:
  | {
      readonly Memory: new (size: { initial: number }) => SharedRoom;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (
        module: object,
        imports: object,
      ) => { readonly exports: Readonly<Record<string, unknown>> };
    }
  | undefined;

export const rowBytes = 16;
export const countsPerTable = 65_536;
const tableBytes = countsPerTable * 4;
/** Which table each number of a row is counted in. */
export const tableOfPlace = [0, 1, 2, 3, 3, 4, 4, 4] as const;
export const setAt = 5 * tableBytes;
const pageBytes = 65_536;

/** Undefined where there is no WebAssembly: then the columns are counted one by one. */
export function openRowCounter(): RowCounter | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const memory = new WebAssembly.Memory({ initial: setAt / pageBytes });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { m: { m: memory } });
  return { memory, count: exports['c'] as RowCounter['count'] };
}

/** Makes room for so many bytes behind the tables. */
export function reserveRows({ memory }: RowCounter, bytes: number): void {
  const missing = setAt + bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

const op = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  load: 0x28,
  load16: 0x2f,
  store: 0x36,
  constant: 0x41,
  isZero: 0x45,
  isAtLeast: 0x4f,
  trailingZeros: 0x68,
  add: 0x6a,
  subtract: 0x6b,
  and: 0x71,
  shiftLeft: 0x74,
} as const;

/** A block without a result, and the type of a 32-bit number. */
const [nothing, number32] = [0x40, 0x7f];
/** Parameters and locals, by number. */
const [set, setEnd, row, rest, at, cell] = [0, 1, 2, 3, 4, 5];

/** `set`, `setEnd` and `row` go forward together: four bytes of a set are thirty-two rows. */
function loopOverSet(): number[] {
  return [
    [op.block, nothing, op.loop, nothing],
    [op.get, set, op.get, setEnd, op.isAtLeast, op.branchIf, 1],
    [op.get, set, op.load, 2, 0, op.set, rest],
    loopOverWord(),
    [op.get, set, op.constant, 4, op.add, op.set, set],
    [op.get, row, op.constant, ...signed(32 * rowBytes), op.add, op.set, row],
    [op.branch, 0, op.end, op.end],
  ].flat();
}

/** For each bit of `rest`: `at` is its row; the bit is cleared when its row is counted. */
function loopOverWord(): number[] {
  return [
    [op.block, nothing, op.loop, nothing],
    [op.get, rest, op.isZero, op.branchIf, 1],
    [op.get, rest, op.trailingZeros, op.constant, 4, op.shiftLeft, op.get, row, op.add, op.set, at],
    tableOfPlace.flatMap((table, place) => countOne(place * 2, table * tableBytes)),
    [op.get, rest, op.get, rest, op.constant, 1, op.subtract, op.and, op.set, rest],
    [op.branch, 0, op.end, op.end],
  ].flat();
}

/** `table[row[offset]] += 1` */
function countOne(offset: number, table: number): number[] {
  return [
    [op.get, at, op.load16, 1, offset, op.constant, 2, op.shiftLeft, op.tee, cell],
    [op.get, cell, op.load, 2, ...unsigned(table), op.constant, 1, op.add, op.store, 2, ...unsigned(table)],
  ].flat();
}

/** One function of three parameters and three locals, and a memory that is brought in. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const parameters = [set, setEnd, row].map(() => number32);
  const type = [0x60, ...list(parameters), 0];
  const memory = [...text('m'), ...text('m'), 0x02, 0x00, ...unsigned(setAt / pageBytes)];
  const body = [1, 3, number32, ...loopOverSet(), op.end];
  const sections = [
    section(1, [1, ...type]),
    section(2, [1, ...memory]),
    section(3, [1, 0]),
    section(7, [1, ...text('c'), 0x00, 0]),
    section(10, [1, ...list(body)]),
  ];
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}

function section(kind: number, bytes: readonly number[]): number[] {
  return [kind, ...list(bytes)];
}

/** Bytes behind their number. */
function list(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

function text(name: string): number[] {
  return list(Array.from(name, (character) => character.charCodeAt(0)));
}

/** LEB128, as everywhere in the index. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** The same for constants, whose highest bit is a sign. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}
