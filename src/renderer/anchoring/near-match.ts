/**
 * Finding a pattern in a text with few errors: characters more, less or other.
 *
 * The bit-vector algorithm of Gene Myers ("A fast bit-vector algorithm for approximate string matching based on
 * dynamic programming", Journal of the ACM 46(3), 1999), in blocks of 32 rows, of which only those are computed
 * that can still hold a match (his section 4, after Ukkonen). The matrix of edit distances is never built:
 *
 *              text →
 *            . . . . . .      each block keeps one column of 32 rows as two words, where going down a row
 *   pattern  . . . . . .      adds one (`plus`) and where it takes one away (`minus`), and the distance in
 *      ↓     ═══════════      its lowest row (`scores`); from block to block goes the difference to the
 *            . . . . . .      column before, -1, 0 or 1.
 */

const rowsOfBlock = 32;
const lowestBit = -0x80000000;

/** Where a pattern ends in a text, and with how many errors. */
export type NearMatch = { readonly end: number; readonly errors: number };

type Pattern = {
  readonly length: number;
  readonly blocks: number;
  /** For each character of the pattern, the rows in which it stands, a word for each block. */
  readonly rows: ReadonlyMap<number, Int32Array>;
  readonly nowhere: Int32Array;
};

type Column = { readonly plus: Int32Array; readonly minus: Int32Array; readonly scores: Int32Array };

/**
 * The ends of the places between `from` and `to` where the pattern stands with the fewest errors, no more than
 * `mostErrors`; in the order of the text, empty when there are none.
 */
export function nearestMatches(
  text: string,
  pattern: string,
  {
    mostErrors,
    from = 0,
    to = text.length,
  }: { readonly mostErrors: number; readonly from?: number; readonly to?: number },
): NearMatch[] {
  let found: NearMatch[] = [];
  let fewest = mostErrors;
  scan(text.slice(from, to), pattern, { mostErrors, isAnchored: false }, (end, errors) => {
    if (errors > fewest) return;
    if (errors < fewest) found = [];
    fewest = errors;
    found.push({ end: from + end, errors });
  });
  return found;
}

/** Where a match that ends at `end` with so many errors begins: of several beginnings the one nearest to the pattern's own length. */
export function startOfMatch(text: string, pattern: string, { end, errors }: NearMatch): number {
  const longest = pattern.length + errors;
  const backwards = reversed(text.slice(Math.max(0, end - longest), end));
  let best = 0;
  scan(backwards, reversed(pattern), { mostErrors: errors, isAnchored: true }, (length, found) => {
    const isNearer = Math.abs(length - pattern.length) < Math.abs(best - pattern.length);
    if (found === errors && isNearer) best = length;
  });
  return end - best;
}

/** The number of characters to insert, drop or replace to make one of the other. */
export function editDistance(one: string, other: string): number {
  let distance = Math.max(one.length, other.length);
  scan(other, one, { mostErrors: distance, isAnchored: true }, (end, errors) => {
    if (end === other.length) distance = errors;
  });
  return distance;
}

type ScanOptions = {
  readonly mostErrors: number;
  /** True: the match must begin where the text begins. */
  readonly isAnchored: boolean;
};

/** Goes through the text once, and tells of every end at which the pattern stands with few enough errors. */
function scan(
  text: string,
  written: string,
  { mostErrors, isAnchored }: ScanOptions,
  onMatch: (end: number, errors: number) => void,
): void {
  if (written === '') return;
  const pattern = compile(written);
  const column = firstColumn(pattern);
  const { scores } = column;
  const lowest = pattern.blocks - 1;
  let last = Math.min(lowest, Math.floor(mostErrors / rowsOfBlock));
  for (let at = 0; at < text.length; at += 1) {
    const rows = pattern.rows.get(text.charCodeAt(at)) ?? pattern.nowhere;
    let carry = isAnchored ? 1 : 0;
    for (let block = 0; block <= last; block += 1) carry = step(pattern, column, rows, block, carry);
    last = nextLast(pattern, column, { rows, last, carry, mostErrors });
    const errors = scores[lowest] ?? 0;
    if (last === lowest && errors <= mostErrors) onMatch(at + 1, errors);
  }
}

type Front = {
  readonly rows: Int32Array;
  readonly last: number;
  readonly carry: number;
  readonly mostErrors: number;
};

/** The lowest block worth computing in the next column: one more where errors may stay few, fewer where they cannot. */
function nextLast(pattern: Pattern, column: Column, { rows, last, carry, mostErrors }: Front): number {
  const { plus, minus, scores } = column;
  const below = last + 1;
  const above = (scores[last] ?? 0) - carry;
  if (below < pattern.blocks && above <= mostErrors && (((rows[below] ?? 0) & 1) !== 0 || carry < 0)) {
    plus[below] = -1;
    minus[below] = 0;
    scores[below] = above + heightOf(pattern, below);
    step(pattern, column, rows, below, carry);
    return below;
  }
  let lowest = last;
  while (lowest > 0 && (scores[lowest] ?? 0) >= mostErrors + heightOf(pattern, lowest)) lowest -= 1;
  return lowest;
}

/** Takes one block to the next column; answers by how much its lowest row differs from the column before. */
function step({ length, blocks }: Pattern, column: Column, rows: Int32Array, block: number, carry: number): number {
  const { plus, minus, scores } = column;
  const before = plus[block] ?? 0;
  const less = minus[block] ?? 0;
  const falls = carry < 0 ? 1 : 0;
  const here = rows[block] ?? 0;
  const vertical = here | less;
  const equal = here | falls;
  const horizontal = (((equal & before) + before) ^ before) | equal;
  let rise = less | ~(horizontal | before);
  let fall = before & horizontal;
  const bottom = block === blocks - 1 ? 1 << ((length - 1) % rowsOfBlock) : lowestBit;
  const change = (rise & bottom) !== 0 ? 1 : (fall & bottom) !== 0 ? -1 : 0;
  rise = (rise << 1) | (carry > 0 ? 1 : 0);
  fall = (fall << 1) | falls;
  plus[block] = fall | ~(vertical | rise);
  minus[block] = rise & vertical;
  scores[block] = (scores[block] ?? 0) + change;
  return change;
}

function compile(written: string): Pattern {
  const blocks = Math.ceil(written.length / rowsOfBlock);
  const rows = new Map<number, Int32Array>();
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    const words = rows.get(code) ?? new Int32Array(blocks);
    const block = Math.floor(at / rowsOfBlock);
    words[block] = (words[block] ?? 0) | (1 << (at % rowsOfBlock));
    rows.set(code, words);
  }
  return { length: written.length, blocks, rows, nowhere: new Int32Array(blocks) };
}

function firstColumn(pattern: Pattern): Column {
  const scores = new Int32Array(pattern.blocks);
  for (let block = 0; block < pattern.blocks; block += 1) {
    scores[block] = block * rowsOfBlock + heightOf(pattern, block);
  }
  return { plus: new Int32Array(pattern.blocks).fill(-1), minus: new Int32Array(pattern.blocks), scores };
}

function heightOf({ length, blocks }: Pattern, block: number): number {
  return block === blocks - 1 ? length - block * rowsOfBlock : rowsOfBlock;
}

function reversed(text: string): string {
  let backwards = '';
  for (let at = text.length - 1; at >= 0; at -= 1) backwards += text.charAt(at);
  return backwards;
}
