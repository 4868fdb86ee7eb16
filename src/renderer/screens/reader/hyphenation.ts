/** Words shorter than this are hardly ever parted. */
const longWord = /\p{L}{9,}/gu;
/** So many of them are tried. */
const mostTried = 40;

/**
 * Whether the browser can part the words of an article at a hyphen: it knows how for some languages, on some systems,
 * and tells nobody. So it is tried with the article's own words.
 */
export function canHyphenate(language: string, html: string): boolean {
  const words =
    html
      .replaceAll(/<[^>]*>/g, ' ')
      .match(longWord)
      ?.slice(0, mostTried) ?? [];
  const probe = document.createElement('div');
  probe.lang = language;
  probe.textContent = words.join(' ');
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', width: '1px', overflowWrap: 'normal' });
  document.body.append(probe);
  probe.style.hyphens = 'manual';
  const wholePx = probe.scrollHeight;
  probe.style.hyphens = 'auto';
  const partedPx = probe.scrollHeight;
  probe.remove();
  return partedPx > wholePx;
}
