import type { Reading, ReadingActions } from '../en/reading.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says around the text that is read. */
export const reading: Reading = {
  find: {
    bar: 'In diesem Artikel suchen',
    label: 'In diesem Artikel suchen',
    placeholder: 'In diesem Artikel suchen',
    previous: 'Vorige Stelle',
    next: 'Nächste Stelle',
    stay: 'Schließen und hierbleiben',
    words: 'Wörter der Suche',
    none: 'Nicht gefunden',
    one: (at: number, total: number) => `${formatNumber(at)} von ${formatNumber(total)}`,
    places: (number: number) => count(number, 'Stelle', 'Stellen'),
    button: (number: number) =>
      number === 0
        ? 'In diesem Artikel suchen'
        : `In diesem Artikel suchen: ${count(number, 'Stelle', 'Stellen')} der Suche`,
  },

  pictures: {
    title: 'Bild',
    open: (words: string) => (words === '' ? 'Bild ansehen' : `Bild ansehen: ${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} von ${formatNumber(total)}`,
    previous: 'Voriges Bild',
    next: 'Nächstes Bild',
    larger: 'Größer',
    smaller: 'Kleiner',
    fit: 'Ins Fenster einpassen',
    link: 'Die Seite dahinter öffnen',
    shows: 'In Worten',
    missing: 'Dieses Bild fehlt in der Bibliothek.',
    view: 'Das Bild; mit den Pfeiltasten zu verschieben, wenn es größer als das Fenster ist',
    none: 'In diesem Artikel ist kein Bild',
  },

  notes: {
    title: (mark: string) => `Anmerkung ${mark}`,
    go: 'Zur Anmerkung',
  },

  aloud: {
    bar: 'Vorlesen',
    start: 'Vorlesen',
    pause: 'Pause',
    resume: 'Weiterlesen',
    stop: 'Vorlesen beenden',
    previous: 'Satz davor',
    next: 'Nächster Satz',
    speed: 'Tempo',
    slower: 'Langsamer',
    faster: 'Schneller',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: 'Stimme',
    goOn: 'Mit dem nächsten Artikel weitermachen',
    noVoice: 'Dieses System hat keine Stimme, die vorliest.',
    noVoiceHint:
      'Pressmark nimmt die Stimmen des Systems, und keine, die den Text fortschickt. Fügen Sie in den Einstellungen des Systems eine hinzu; sie wird hier sofort angeboten.',
    noVoiceFor: (language: string) => `Für ${language} ist keine Stimme installiert.`,
    readWith: 'Vorlesen mit',
    choose: 'Stimme wählen…',
    failed: 'Die Stimme ist verstummt. Versuchen Sie es noch einmal, oder wählen Sie eine andere.',
    ended: 'Bis zum Ende vorgelesen',
  },

  focus: { leave: 'Ablenkungsfreies Lesen beenden' },

  print: {
    title: 'Drucken',
    columns: 'Spalten',
    columnChoices: { one: 'Eine', two: 'Zwei' },
    pictures: 'Mit Bildern',
    hint: 'Auf Papier oder als PDF: Das nächste Fenster des Systems bietet beides an.',
    preparing: 'Bilder werden geladen…',
    print: 'Drucken…',
    missing: (number: number) => `${count(number, 'Bild fehlt', 'Bilder fehlen')} im Druck.`,
    savedOn: (day: string) => `Aufgenommen am ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions: ReadingActions = {
  find: 'In diesem Artikel suchen',
  findNext: 'Nächste Fundstelle',
  findPrevious: 'Vorige Fundstelle',
  pictures: 'Die Bilder ansehen',
  aloud: 'Von hier an vorlesen, oder Pause',
  aloudNext: 'Vorlesen: nächster Satz',
  aloudPrevious: 'Vorlesen: Satz davor',
  aloudStop: 'Vorlesen beenden',
  focus: 'Ablenkungsfrei: nur der Artikel',
  print: 'Drucken oder als PDF speichern',
};
