/** Signs that part a headline from the name of the site. */
const parting = /\s+(?:[|·•»«›‹/\\–—]|-{1,2}|::?)\s+|\s*[|»]\s*|:\s+/u;

/**
 * Takes the site's name, and a section's, off a page title: `Story - The Paper` → `Story`.
 *
 * A part goes when it names the site, or when the page prints the rest as its heading. Without
 * either proof the title stays as it is: many headlines hold a dash or a colon of their own.
 */
export function withoutSiteName(title: string, siteNames: readonly string[], headings: readonly string[]): string {
  const whole = fold(title);
  const sites = siteNames.map(fold).filter((name) => name !== '');
  for (const heading of headings) {
    const folded = fold(heading);
    if (folded.length < 10 || folded === whole || sites.includes(folded)) continue;
    if (whole.startsWith(`${folded} `) || whole.endsWith(` ${folded}`)) return heading;
  }
  return strip(withoutEnding(title, siteNames), sites);
}

/** Cuts a site name that itself holds a parting sign: `Story | Paper - News from the coast`. */
function withoutEnding(title: string, siteNames: readonly string[]): string {
  for (const site of siteNames) {
    if (site.length > 3 && title.length > site.length + 8 && title.toLowerCase().endsWith(site.toLowerCase())) {
      const before = title.slice(0, -site.length);
      if (/[|·•»«›‹/\\–—:-]\s*$/u.test(before)) return before.replace(/[\s|·•»«›‹/\\–—:-]+$/u, '');
    }
  }
  return title;
}

/** A page title's last part, when it is short and stands behind a strong sign, is most often the site. */
export function withoutLastPart(title: string): string {
  const match = /^(.*\S)\s+[|–—-]\s+([^|–—]{1,40})$/u.exec(title);
  const [, first = '', last = ''] = match ?? [];
  return first.split(/\s+/u).length >= 3 && last.split(/\s+/u).length <= 4 ? first : title;
}

function strip(title: string, sites: readonly string[]): string {
  const parts = split(title);
  if (parts.length < 2) return title;
  const [first, last] = [parts[0], parts.at(-1)];
  if (last !== undefined && isSite(last.text, sites))
    return strip(title.slice(0, last.start).replace(/[\s|·•»«›‹/\\–—:-]+$/u, ''), sites);
  if (first !== undefined && isSite(first.text, sites))
    return strip(title.slice(first.end).replace(/^[\s|·•»«›‹/\\–—:-]+/u, ''), sites);
  return title;
}

function split(title: string): { text: string; start: number; end: number }[] {
  const parts: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const sign of title.matchAll(new RegExp(parting.source, 'gu'))) {
    parts.push({ text: title.slice(start, sign.index), start, end: sign.index });
    start = sign.index + sign[0].length;
  }
  return [...parts, { text: title.slice(start), start, end: title.length }];
}

export function isSite(part: string, sites: readonly string[]): boolean {
  const folded = fold(part);
  return (
    folded !== '' &&
    sites.some(
      (site) =>
        site === folded ||
        squeeze(site) === squeeze(folded) ||
        (folded.length > 3 && folded.includes(site) && folded.length < site.length + 12) ||
        (squeeze(folded).length > 4 && squeeze(site).startsWith(squeeze(folded))),
    )
  );
}

function squeeze(text: string): string {
  return text.replaceAll(/^the | com$|\s/g, '');
}

/** For comparison: letters and digits in lower case without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
