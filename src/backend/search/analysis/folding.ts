/**
 * Marks that are left out of a term: accents of Latin, Greek and Cyrillic letters, Arabic and Hebrew
 * vowel points, nuktas. Vowel signs of Indian and south-east Asian scripts are letters in all but name
 * and stay; so does the sound mark of kana.
 */
const marks =
  '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a' +
  '\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c' +
  '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
/** й is a letter of its own, not an и with an accent: мой and мои are two words. */
const markOrShortI = new RegExp(`\\u0438\\u0306|[${marks}]`, 'g');

/** Letters that Unicode does not take apart, and what a reader types for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
  // Arabic: alef maqsura, teh marbuta, the Persian forms of kaf and yeh, and the line that only stretches.
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ٱ: 'ا',
  ـ: '',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** The zeros of other scripts' digits; each is followed by its one to nine. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
];
const otherDigit = new RegExp(`[${zeros.map((zero) => `${hex(zero)}-${hex(zero + 9)}`).join('')}]`, 'g');

/** Nothing to fold in these. */
const plain = /^[\0-@[-\x7f]*$/;

/**
 * A word as it is compared: lower case, compatible forms made one (full width, ligatures), accents and
 * points left out, digits of all scripts as 0 to 9. Folding twice changes nothing more.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(markOrShortI, (found) => (found.length === 2 ? found : ''))
    .replaceAll(plainLetter, (letter) => plainLetters[letter]!)
    .replaceAll(otherDigit, (digit) => String(valueOf(digit.charCodeAt(0))))
    .normalize('NFC');
}

/** ä, ö, ü, å and ø written with two letters, as where a keyboard has none of them; undefined for a word without. */
export function spelledOut(word: string): string | undefined {
  if (!/[äöüåø]/.test(word)) return undefined;
  return word
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('å', 'aa')
    .replaceAll('ø', 'oe');
}

function valueOf(digit: number): number {
  return digit - zeros.findLast((zero) => zero <= digit)!;
}

function hex(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
