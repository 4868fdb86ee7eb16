/** A piece of a query with its place in it. */
export type Lexeme =
  | ({ readonly kind: 'word'; readonly text: string } & Place)
  /** Words in quotation marks; `isOpen` when the closing one is missing. */
  | ({ readonly kind: 'phrase'; readonly text: string; readonly isOpen: boolean } & Place)
  /** `name:` before a word, a phrase or a bracket. */
  | ({ readonly kind: 'field'; readonly name: string } & Place)
  | ({ readonly kind: 'sign'; readonly sign: '+' | '-' } & Place)
  | ({ readonly kind: 'open' } & Place)
  | ({ readonly kind: 'close' } & Place)
  | ({ readonly kind: 'or' } & Place)
  | ({ readonly kind: 'and' } & Place)
  | ({ readonly kind: 'not' } & Place)
  | ({ readonly kind: 'near'; readonly distance: number } & Place)
  /** `3 OF` before a bracket. */
  | ({ readonly kind: 'some'; readonly count: number } & Place);

export type Place = { readonly start: number; readonly end: number };

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u00ab': '\u00bb',
};
const operators = { OR: 'or', AND: 'and', NOT: 'not' } as const;
const nearOperator = /^NEAR(?:\/(\d{1,3}))?$/;
const defaultNearDistance = 10;
/** A number is only one before OF and a bracket. */
const someOperator = /([1-9]\d?)\s+OF(?=\s*\()/y;
const fieldName = /^[\p{L}][\p{L}_]*$/u;

/** Cuts a query into its pieces. Any string is cut into something. */
export function lex(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let depth = 0;
  let at = 0;
  while (at < query.length) {
    const character = query[at]!;
    const start = at;
    if (/\s/.test(character)) {
      at++;
    } else if (character === '(') {
      depth++;
      at++;
      lexemes.push({ kind: 'open', start, end: at });
    } else if (character === ')') {
      depth = Math.max(0, depth - 1);
      at++;
      lexemes.push({ kind: 'close', start, end: at });
    } else if (isSign(query, at)) {
      at++;
      lexemes.push({ kind: 'sign', sign: character as '+' | '-', start, end: at });
    } else if (Object.hasOwn(quotes, character)) {
      const phrase = lexPhrase(query, at);
      lexemes.push(phrase);
      at = phrase.end;
    } else {
      const found = lexWord(query, at, depth > 0);
      lexemes.push(found);
      at = found.end;
    }
  }
  return lexemes;
}

/** `+` or `-` before something; alone, or before a space, it is a dash. */
function isSign(query: string, at: number): boolean {
  const next = query[at + 1];
  return (query[at] === '+' || query[at] === '-') && next !== undefined && !/[\s+)-]/.test(next);
}

function lexPhrase(query: string, start: number): Lexeme & { kind: 'phrase' } {
  const closing = quotes[query[start]!]!;
  // A straight quotation mark closes whatever opened.
  let end = start + 1;
  while (end < query.length && query[end] !== closing && query[end] !== '"') end++;
  const isOpen = end === query.length;
  return { kind: 'phrase', text: query.slice(start + 1, end), isOpen, start, end: isOpen ? end : end + 1 };
}

function lexWord(query: string, start: number, isInBrackets: boolean): Lexeme {
  someOperator.lastIndex = start;
  const some = someOperator.exec(query);
  if (some !== null) return { kind: 'some', count: Number(some[1]), start, end: someOperator.lastIndex };
  let end = start;
  while (end < query.length && !/\s/.test(query[end]!)) {
    const character = query[end]!;
    if (character === '\\') {
      end = Math.min(query.length, end + 2);
      continue;
    }
    if (character === ')' && isInBrackets) break;
    if (character === ':' && isFieldBefore(query, start, end)) {
      return { kind: 'field', name: query.slice(start, end), start, end: end + 1 };
    }
    end++;
  }
  const text = query.slice(start, end);
  if (Object.hasOwn(operators, text)) return { kind: operators[text as keyof typeof operators], start, end };
  const near = nearOperator.exec(text);
  if (near !== null) return { kind: 'near', distance: Number(near[1] ?? defaultNearDistance), start, end };
  return { kind: 'word', text, start, end };
}

/** A name before a colon is a field; an address ("https://…") is not, nor a time ("12:30"). */
function isFieldBefore(query: string, start: number, colon: number): boolean {
  return colon > start && fieldName.test(query.slice(start, colon)) && !query.startsWith('//', colon + 1);
}
