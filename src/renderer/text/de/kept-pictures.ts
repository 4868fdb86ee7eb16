import type { KeptPictures } from '../en/kept-pictures.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures: KeptPictures = {
  keptPictures: {
    label: 'Bilder',
    none: 'Keine',
    kept: (kept) => count(kept, 'Bild aufbewahrt', 'Bilder aufbewahrt'),
    all: (kept) => `${count(kept, 'Bild', 'Bilder')}, vollständig auch ohne Netz`,
    some: (kept, all) => `${formatNumber(kept)} von ${count(all, 'Bild', 'Bildern')} aufbewahrt. Es fehlen:`,
    missing: (name, reason) => `${name}: ${reason}`,
    unnamed: 'Ein Bild ohne Namen',
    reasons: {
      'not-at-hand': 'war nicht in dem Aufgenommenen',
      refused: 'wurde von seiner Website nicht herausgegeben',
      unreachable: 'seine Website war nicht zu erreichen',
      'too-slow': 'brauchte zu lange',
      'too-large': 'ist zu groß',
      'too-many': 'der Artikel hatte seinen Anteil an Bildern schon',
      'no-picture': 'was kam, ist kein Bild',
      other: 'eine neuere Version von Pressmark kennt den Grund',
    },
  },
};
