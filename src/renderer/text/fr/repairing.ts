import type { Repairing } from '../en/repairing.ts';
import { count } from './count.ts';

/** What the window says where an article is repaired by hand. */
export const repairing: Repairing = {
  repair: {
    title: 'Réparer à la main',
    reading: 'L’original est relu…',
    parts: 'Parties de l’article',
    text: 'Texte',
    fields: 'Champs',
    preview: 'L’article tel qu’il sera',
    original: 'L’original, bloc par bloc',
    nothing: 'Le texte serait vide.',
    minor: (number: number) => `Aussi les menus, étiquettes et liens (${count(number, 'bloc', 'blocs')})`,
    toggleHint: 'retire ou remet',
    nextHint: 'suivant laissé de côté',
    undoHint: 'un pas en arrière',
    picture: 'Une image sans mots',
    takenOut: 'Retiré par vous',
    putBack: 'Remis par vous',
    leftOut: 'Laissé de côté : hors de la place de l’article dans la page',
    noPlace: (words: string) => `Une de vos réparations ne trouve pas sa place dans ce texte : « ${words} »`,
    forget: 'L’oublier',
    everywhere: (host: string) => `Désormais aussi sur les autres pages de ${host}`,
    bySite: 'Laissé de côté selon votre souhait pour ce site',
    onSite: (host: string, number: number) =>
      `Toujours laissés de côté sur ${host} : ${count(number, 'bloc', 'blocs')}`,
    remove: 'Supprimer',
    changes: (number: number) =>
      number === 0 ? 'Rien n’est encore changé.' : `${count(number, 'changement', 'changements')}, à enregistrer.`,
    leaving: (number: number) =>
      `${count(number, 'changement n’est pas enregistré', 'changements ne sont pas enregistrés')}. Fermer quand même ?`,
    discard: 'Abandonner',
    stay: 'Continuer à réparer',
    save: 'Enregistrer',
    readAs: (value: string) => `Lu : « ${value} »`,
    readAsNothing: 'Rien n’a été lu',
    back: 'Revenir à ce qui a été lu',
    done: 'Réparé',
    byHand: (number: number) => `Réparé à la main en ${count(number, 'endroit', 'endroits')}`,
    mayMiss: 'Des parties de l’original manquent peut-être ici.',
    compare: 'Comparer et réparer',
  },
};
