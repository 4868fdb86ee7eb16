import type { Renewing } from '../en/renewing.ts';
import { formatNumber } from '../format.ts';
import { articles, ofArticles } from './count.ts';

/** Was vom erneuten Lesen und vom Holen fehlender Bilder gesagt wird. */
export const renewing: Renewing = {
  act: { reread: 'Neu lesen', pictures: 'Fehlende Bilder holen' },
  hint: {
    reread: 'Was Sie berichtigt, nachgebessert und markiert haben, bleibt.',
    pictures: 'Ihre Websites werden jetzt danach gefragt.',
  },
  all: {
    reread: 'Alle Artikel neu lesen',
    rereadHint:
      'Aus den aufbewahrten Originalen, nach den Regeln dieser Version. Was Sie berichtigt, nachgebessert und markiert haben, bleibt, und alles lässt sich auf einmal rückgängig machen.',
    pictures: 'Alle fehlenden Bilder holen',
    picturesHint:
      'Fragt die Websites der Artikel nach Bildern, die noch nicht aufbewahrt sind. Sonst wird nichts geholt.',
  },
  running: {
    reread: (number) => (number === 1 ? 'Der Artikel wird neu gelesen' : `${articles(number)} werden neu gelesen`),
    pictures: (number) =>
      number === 1 ? 'Fehlende Bilder werden geholt' : `Fehlende Bilder von ${ofArticles(number)} werden geholt`,
  },
  renewed: {
    reread: (number) =>
      number === 1 ? '1 Artikel liest sich jetzt anders' : `${articles(number)} lesen sich jetzt anders`,
    pictures: (number) => `Bilder zu ${ofArticles(number)} hinzugefügt`,
  },
  nothing: { reread: 'Nichts liest sich anders', pictures: 'Kein Bild kam hinzu' },
  stopped: (result) => `Angehalten. ${result}`,
  unchanged: (number) => `${formatNumber(number)} wie zuvor`,
  failed: (number) => `${formatNumber(number)} unverändert gelassen`,
  progress: 'Wie weit es ist',
  problems: 'Was nicht ging',
  missing: (reasons) => `Es fehlen Bilder: ${reasons}`,
};
