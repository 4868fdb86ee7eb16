import type { TakingIn } from '../en/taking-in.ts';
import { formatClock, formatMoment, formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of what comes in by itself. */
export const takingIn: TakingIn = {
  waiting: {
    title: 'Adresses en attente',
    intro:
      'Celles-ci n’ont pas encore pu être prises. Elles sont réessayées d’elles-mêmes, aussitôt que le réseau revient, et restent ici jusque-là.',
    empty: 'Aucune adresse n’attend.',
    emptyDetail:
      'Sans réseau, vous pouvez continuer à ajouter des adresses : elles attendent ici et sont prises plus tard.',
    list: 'Adresses qui attendent',
    waiting: (number: number) => count(number, 'adresse attend', 'adresses attendent'),
    show: 'Montrer',
    hide: 'Masquer',
    trying: 'En train de la prendre…',
    notTried: 'Pas encore essayée.',
    nextToday: (moment: string) => `Prochain essai à ${formatClock(moment)}.`,
    next: (moment: string) => `Prochain essai le ${formatMoment(moment)}.`,
    notByItself: 'Elle n’est pas réessayée d’elle-même.',
    retry: 'Essayer maintenant',
    retryOne: (address: string) => `Essayer ${address} maintenant`,
    retryAll: 'Tout essayer maintenant',
    remove: 'Retirer',
    removeOne: (address: string) => `Retirer ${address}`,
    removed: (number: number) => count(number, 'adresse retirée', 'adresses retirées'),
    more: (number: number) => `et ${formatNumber(number)} de plus`,
  },

  watch: {
    title: 'Dossier surveillé',
    intro:
      'Les nouveaux fichiers de ce dossier sont ajoutés d’eux-mêmes, chacun une fois, quand plus rien n’y écrit. Les fichiers restent où ils sont.',
    notHere: 'Une fenêtre de navigateur ne peut pas nommer de dossiers de cet ordinateur.',
    notHereDetail:
      'Dans l’application, un dossier peut être surveillé. Ici, déposez des fichiers ou des dossiers entiers dans la fenêtre.',
    folder: 'Dossier',
    folderHint: 'Son chemin entier',
    choose: 'Choisir…',
    existing: 'Ajouter aussi ce qui s’y trouve déjà',
    begin: 'Surveiller ce dossier',
    stop: 'Ne plus surveiller',
    goOn: 'Surveiller de nouveau',
    watching: (taken: number) =>
      taken === 0
        ? 'Sous surveillance.'
        : `Sous surveillance. Jusqu’ici ${count(taken, 'fichier ajouté', 'fichiers ajoutés')}.`,
    resting: 'Pas surveillé.',
    none: 'Aucun dossier n’est surveillé.',
    failures: 'Fichiers qui n’ont pas pu être ajoutés',
    failuresNote: 'Ils sont réessayés quand ils changent.',
    forget: 'Vider cette liste',
  },

  links: {
    title: 'Ajouter cette page ?',
    detail: 'Un lien demande à Pressmark de l’ajouter. Si vous n’en avez pas suivi à l’instant, dites non.',
    add: 'Ajouter',
    bookmarklet: {
      title: 'Ajouter depuis le navigateur',
      intro:
        'Faites glisser ce bouton vers les favoris de votre navigateur. Pressé là, il remet à Pressmark la page que vous regardez.',
      name: 'Vers Pressmark',
      byHand: 'Ou créez un favori à la main, avec ceci pour adresse :',
      copy: 'Copier',
      copied: 'Copié.',
      refused: 'Le navigateur garde son presse-papiers pour lui. Sélectionnez le texte ci-dessus et copiez-le.',
      inApp:
        'Seule l’adresse est remise ; Pressmark vous demande et prend la page lui-même. Une page qui exige une connexion s’enregistre mieux dans le navigateur, puis se dépose ici.',
      inBrowser:
        'Seule l’adresse est remise ; Pressmark vous demande et prend la page lui-même. Cela marche tant que Pressmark est servi à cette adresse : lancez-le avec un port fixe.',
    },
    schemeTitle: 'Liens vers Pressmark',
    schemes: [
      { link: 'pressmark://add?url=…', means: 'demande s’il faut ajouter la page à cette adresse' },
      { link: 'pressmark://search?q=…', means: 'cherche dans la bibliothèque' },
      {
        link: 'pressmark://open/…',
        means: 'ouvre un article ; « Copier un lien vers cet article » copie son lien',
      },
    ],
    copied: 'Lien copié',
    notCopied: 'Le navigateur garde son presse-papiers pour lui.',
  },
};
