/**
 * What a clean article may consist of. An element that is in none of these sets is opened up: it
 * goes, its content stays. A long flat table: it is meant to be read whole.
 */

/** Elements that go with everything in them: they run, load, ask, draw, or hold no prose. */
export const dropped: ReadonlySet<string> = new Set(
  (
    'script style template noscript iframe frame frameset noframes noembed object embed applet portal ' +
    'fencedframe svg canvas audio video source track button input select textarea option optgroup datalist ' +
    'output meter progress keygen head title base link meta map area dialog menuitem param bgsound annotation ' +
    'annotation-xml'
  ).split(' '),
);

/** Inline elements that stay. */
export const inline: ReadonlySet<string> = new Set(
  (
    'a em strong b i u s del ins mark small sub sup cite q abbr dfn code kbd samp var time bdi bdo ruby rb rt ' +
    'rtc rp'
  ).split(' '),
);

/** Blocks that hold only a line of prose. */
export const phrasingBlocks: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'summary']);

/** Blocks that hold prose or further blocks. */
export const flowBlocks: ReadonlySet<string> = new Set(
  'blockquote li dt dd figure figcaption details td th caption'.split(' '),
);

/** Blocks that hold only certain children; what stands between those is not kept apart. */
export const frames: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'colgroup',
]);

/** Elements without content that stay. */
export const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col']);

/** Containers: each becomes a paragraph when it holds prose, and vanishes around blocks. */
export const containers: ReadonlySet<string> = new Set(
  (
    'p div section article main aside header footer nav hgroup search form fieldset center address body html ' +
    'legend label marquee multicol picture xmp plaintext listing'
  ).split(' '),
);

/** What an unusual element is kept as. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['strike', 's'],
  ['acronym', 'abbr'],
  ['tt', 'code'],
  ['dir', 'ul'],
  ['menu', 'ul'],
]);

type AttributeRule = (value: string) => string | null;

const count: AttributeRule = (value) => (/^[1-9]\d{0,2}$/.test(value.trim()) ? value.trim() : null);
const wholeNumber: AttributeRule = (value) => (/^-?\d{1,9}$/.test(value.trim()) ? value.trim() : null);
const pixels: AttributeRule = (value) => (/^[1-9]\d{0,4}$/.test(value.trim()) ? value.trim() : null);
const present: AttributeRule = () => '';
const oneOf =
  (...allowed: readonly string[]): AttributeRule =>
  (value) =>
    allowed.includes(value.trim().toLowerCase()) ? value.trim().toLowerCase() : null;
const prose: AttributeRule = (value) => {
  const line = value.replaceAll(/\s+/g, ' ').trim().slice(0, 2000);
  return line === '' ? null : line;
};
const languageTag: AttributeRule = (value) =>
  /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i.test(value.trim()) ? value.trim() : null;
const machineTime: AttributeRule = (value) => (/^[\d:TZPWDHMSY.+\- ]{1,40}$/i.test(value.trim()) ? value.trim() : null);

/** Attributes allowed everywhere. */
export const globalAttributes: ReadonlyMap<string, AttributeRule> = new Map([
  ['dir', oneOf('ltr', 'rtl', 'auto')],
  ['lang', languageTag],
]);

/** Further attributes by element. `href` and `src` are not here: addresses have rules of their own. */
export const elementAttributes: ReadonlyMap<string, ReadonlyMap<string, AttributeRule>> = new Map([
  ['a', new Map([['title', prose]])],
  ['abbr', new Map([['title', prose]])],
  ['dfn', new Map([['title', prose]])],
  ['img', new Map([['alt', prose], ['title', prose], ['width', pixels], ['height', pixels]])], // prettier-ignore
  ['time', new Map([['datetime', machineTime]])],
  ['del', new Map([['datetime', machineTime]])],
  ['ins', new Map([['datetime', machineTime]])],
  ['ol', new Map([['start', wholeNumber], ['reversed', present], ['type', oneOf('1', 'i')]])], // prettier-ignore
  ['li', new Map([['value', wholeNumber]])],
  ['td', new Map([['colspan', count], ['rowspan', count]])], // prettier-ignore
  ['th', new Map([['colspan', count], ['rowspan', count], ['scope', oneOf('row', 'col', 'rowgroup', 'colgroup')]])], // prettier-ignore
  ['col', new Map([['span', count]])],
  ['colgroup', new Map([['span', count]])],
  ['details', new Map([['open', present]])],
]);
