import { pictureClass } from '../safe-html.ts';

/** A picture of the open article, as the viewer shows it. */
export type Picture = {
  /** The picture itself, in all its pixels. */
  readonly source: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** What is printed under it. */
  readonly caption: string;
  /** The page that a link around it led to. */
  readonly link: string | null;
  readonly button: HTMLElement;
};

export function picturesOf(body: HTMLElement): readonly Picture[] {
  return [...body.querySelectorAll<HTMLButtonElement>(`button.${pictureClass}`)].flatMap((button) => {
    const image = button.querySelector('img');
    const source = image?.getAttribute('src');
    if (!image || !source) return [];
    const caption = button.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
    return [
      {
        source: source.replace('/reading/', '/images/'),
        alt: image.alt.trim(),
        caption,
        link: button.dataset['link'] ?? null,
        button,
      },
    ];
  });
}

/** The first picture that is in sight or below it; the last one at the end of the article. */
export function pictureInSight(pictures: readonly Picture[], view: DOMRect): number {
  const at = pictures.findIndex(({ button }) => button.getBoundingClientRect().bottom > view.top + 8);
  return at === -1 ? pictures.length - 1 : at;
}
