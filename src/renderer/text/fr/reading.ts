import type { Reading, ReadingActions } from '../en/reading.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says around the text that is read. */
export const reading: Reading = {
  find: {
    bar: 'Chercher dans cet article',
    label: 'Chercher dans cet article',
    placeholder: 'Chercher dans cet article',
    previous: 'Endroit précédent',
    next: 'Endroit suivant',
    stay: 'Fermer et rester ici',
    words: 'Mots de la recherche',
    none: 'Pas trouvé',
    one: (at: number, total: number) => `${formatNumber(at)} sur ${formatNumber(total)}`,
    places: (number: number) => count(number, 'endroit', 'endroits'),
    button: (number: number) =>
      number === 0
        ? 'Chercher dans cet article'
        : `Chercher dans cet article : ${count(number, 'endroit', 'endroits')} de la recherche`,
  },

  pictures: {
    title: 'Image',
    open: (words: string) => (words === '' ? 'Voir l’image' : `Voir l’image : ${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} sur ${formatNumber(total)}`,
    previous: 'Image précédente',
    next: 'Image suivante',
    larger: 'Plus grande',
    smaller: 'Plus petite',
    fit: 'Ajuster à la fenêtre',
    link: 'Ouvrir la page derrière elle',
    shows: 'En mots',
    missing: 'Cette image manque dans la bibliothèque.',
    view: 'L’image ; les flèches la déplacent quand elle dépasse la fenêtre',
    none: 'Il n’y a pas d’image dans cet article',
  },

  notes: {
    title: (mark: string) => `Note ${mark}`,
    go: 'Aller à la note',
  },

  aloud: {
    bar: 'Lire à voix haute',
    start: 'Lire à voix haute',
    pause: 'Pause',
    resume: 'Reprendre',
    stop: 'Arrêter la lecture',
    previous: 'Phrase précédente',
    next: 'Phrase suivante',
    speed: 'Vitesse',
    slower: 'Plus lentement',
    faster: 'Plus vite',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: 'Voix',
    goOn: 'Continuer avec l’article suivant',
    noVoice: 'Ce système n’a pas de voix pour lire.',
    noVoiceHint:
      'Pressmark prend les voix du système, et aucune qui enverrait le texte ailleurs. Ajoutez-en une dans les réglages du système ; elle est proposée ici aussitôt.',
    noVoiceFor: (language: string) => `Aucune voix n’est installée pour cette langue : ${language}.`,
    readWith: 'Lire avec',
    choose: 'Choisir une voix…',
    failed: 'La voix s’est arrêtée. Réessayez, ou choisissez-en une autre.',
    ended: 'Lu jusqu’à la fin',
  },

  focus: { leave: 'Quitter la lecture seule' },

  print: {
    title: 'Imprimer',
    columns: 'Colonnes',
    columnChoices: { one: 'Une', two: 'Deux' },
    pictures: 'Avec les images',
    hint: 'Sur papier ou en PDF : la fenêtre suivante du système propose les deux.',
    preparing: 'Les images se chargent…',
    print: 'Imprimer…',
    missing: (number: number) => `${count(number, 'image manque', 'images manquent')} à l’impression.`,
    savedOn: (day: string) => `Gardé le ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions: ReadingActions = {
  find: 'Chercher dans cet article',
  findNext: 'Endroit trouvé suivant',
  findPrevious: 'Endroit trouvé précédent',
  pictures: 'Voir les images',
  aloud: 'Lire à voix haute à partir d’ici, ou pause',
  aloudNext: 'Lecture : phrase suivante',
  aloudPrevious: 'Lecture : phrase précédente',
  aloudStop: 'Arrêter la lecture à voix haute',
  focus: 'Lecture seule : l’article et rien d’autre',
  print: 'Imprimer, ou enregistrer en PDF',
};
