import type { PictureGap } from '#contract/pictures.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures = {
  keptPictures: {
    label: 'Pictures',
    none: 'None',
    kept: (kept: number) => count(kept, 'picture is kept', 'pictures are kept'),
    all: (kept: number) => `${count(kept, 'picture', 'pictures')}, complete without a network`,
    some: (kept: number, all: number) =>
      `Kept: ${formatNumber(kept)} of ${count(all, 'picture', 'pictures')}. Missing:`,
    missing: (name: string, reason: string) => `${name}: ${reason}`,
    unnamed: 'A picture without a name',
    reasons: {
      'not-at-hand': 'it was not in what was taken in',
      refused: 'its site did not give it out',
      unreachable: 'its site could not be reached',
      'too-slow': 'it took too long to come',
      'too-large': 'it is too large',
      'too-many': 'the article had its share of pictures already',
      'no-picture': 'what came is not a picture',
      other: 'a newer Pressmark knows why',
    } satisfies Record<PictureGap, string>,
  },
};

export type KeptPictures = typeof keptPictures;
