import type { Repairing } from '../en/repairing.ts';
import { count } from './count.ts';

/** What the window says where an article is repaired by hand. */
export const repairing: Repairing = {
  repair: {
    title: 'Von Hand nachbessern',
    reading: 'Das Original wird noch einmal gelesen…',
    parts: 'Teile des Artikels',
    text: 'Text',
    fields: 'Angaben',
    preview: 'Der Artikel, wie er sein wird',
    original: 'Das Original, Block für Block',
    nothing: 'Der Text wäre leer.',
    minor: (number: number) => `Auch Menüs, Beschriftungen und Links (${count(number, 'Block', 'Blöcke')})`,
    toggleHint: 'nimmt heraus oder holt zurück',
    nextHint: 'nächster Weggelassener',
    undoHint: 'einen Schritt zurück',
    picture: 'Ein Bild ohne Worte',
    takenOut: 'Von Ihnen herausgenommen',
    putBack: 'Von Ihnen zurückgeholt',
    leftOut: 'Weggelassen: liegt nicht an der Stelle der Geschichte',
    noPlace: (words: string) => `Eine Ihrer Nachbesserungen findet in diesem Text keinen Platz: „${words}“`,
    forget: 'Vergessen',
    everywhere: (host: string) => `Künftig auch auf anderen Seiten von ${host}`,
    bySite: 'Weggelassen nach Ihrem Wunsch für diese Website',
    onSite: (host: string, number: number) => `Auf ${host} immer weggelassen: ${count(number, 'Block', 'Blöcke')}`,
    remove: 'Entfernen',
    changes: (number: number) =>
      number === 0 ? 'Noch nichts geändert.' : `${count(number, 'Änderung', 'Änderungen')}, noch nicht gespeichert.`,
    leaving: (number: number) =>
      `${count(number, 'Änderung ist', 'Änderungen sind')} nicht gespeichert. Trotzdem schließen?`,
    discard: 'Verwerfen',
    stay: 'Weiter nachbessern',
    save: 'Speichern',
    readAs: (value: string) => `Gelesen als „${value}“`,
    readAsNothing: 'Es wurde nichts gelesen',
    back: 'Zurück zum Gelesenen',
    done: 'Nachgebessert',
    byHand: (number: number) => `Von Hand nachgebessert an ${count(number, 'Stelle', 'Stellen')}`,
    mayMiss: 'Hier fehlen vielleicht Teile des Originals.',
    compare: 'Vergleichen und nachbessern',
  },
};
