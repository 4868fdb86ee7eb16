import type { KeptPictures } from '../en/kept-pictures.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures: KeptPictures = {
  keptPictures: {
    label: 'Images',
    none: 'Aucune',
    kept: (kept) => count(kept, 'image conservée', 'images conservées'),
    all: (kept) => `${count(kept, 'image', 'images')}, complet même sans réseau`,
    some: (kept, all) => `${formatNumber(kept)} sur ${count(all, 'image conservée', 'images conservées')}. Il manque :`,
    missing: (name, reason) => `${name} : ${reason}`,
    unnamed: 'Une image sans nom',
    reasons: {
      'not-at-hand': 'elle n’était pas dans ce qui a été pris',
      refused: 'son site ne l’a pas donnée',
      unreachable: 'son site n’a pas pu être joint',
      'too-slow': 'elle a mis trop de temps à venir',
      'too-large': 'elle est trop grande',
      'too-many': 'l’article avait déjà toutes les images qu’il peut garder',
      'no-picture': 'ce qui est venu n’est pas une image',
      other: 'une version plus récente de Pressmark en sait la raison',
    },
  },
};
