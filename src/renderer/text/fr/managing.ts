import type { Managing } from '../en/managing.ts';
import { formatBytes, formatMoment, formatNumber } from '../format.ts';
import { articles, count } from './count.ts';

/** What the window says of itself, of its libraries and of their health. */
export const managing: Managing = {
  manage: {
    title: 'Réglages et bibliothèque',
    pages: { settings: 'Réglages', libraries: 'Bibliothèques', health: 'Espace et santé' },
    stop: 'Arrêter',
    switched: (name: string) => `« ${name} » est ouverte`,
    moved: (name: string, before: string) =>
      `« ${name} » est ouverte à sa nouvelle place. Le dossier d’avant est toujours là ; supprimez-le vous-même quand vous serez sûr : ${before}`,
  },

  settings: {
    language: 'Langue de la fenêtre',
    languageWhy: 'Les articles restent dans leur langue. Un changement prend effet quand la fenêtre est rechargée.',
    asSystem: 'Comme le système',
    reload: 'Recharger la fenêtre',
    theme: 'Thème',
    themeWhy: '« Système » devient sombre quand votre ordinateur le devient, pour que la page n’éblouisse pas la nuit.',
    density: 'Lignes de la liste',
    densityWhy: 'Serrées, elles montrent deux fois plus d’articles, sans leurs premiers mots ni leurs mots-clés.',
    grouped: 'Intertitres dans les listes',
    groupedWhy: 'Les listes par date ou par source se rangent sous des jours ou des sources.',
    on: 'Oui',
    off: 'Non',
    notices: 'Prévenir quand un long travail est fini',
    noticesWhy:
      'Une notification du système, seulement pendant que vous travaillez dans un autre programme. Un clic mène au résultat.',
    afterwards: 'Après avoir rangé un article',
    afterwardsWhy: 'Quand vous archivez ou jetez l’article ouvert, le suivant peut venir de lui-même.',
    afterwardsChoices: { next: 'Ouvrir le suivant', list: 'Retour à la liste' },
    type: 'Caractères, taille et lignes du texte',
    typeWhy:
      'Réglez-les là où vous les voyez : ouvrez un article et pressez « Caractères et thème » au-dessus, ou + et − à tout moment.',
    kept: 'Les réglages restent sur cet ordinateur et jamais dans la bibliothèque.',
  },

  libraries: {
    current: 'Ouverte maintenant',
    show: 'Montrer le dossier',
    move: 'Déplacer…',
    others: 'Ouvertes auparavant',
    noOthers: 'Aucune autre bibliothèque n’a été ouverte sur cet ordinateur.',
    open: 'Ouvrir',
    openNamed: (name: string) => `Ouvrir ${name}`,
    forget: 'Retirer de cette liste',
    forgetNamed: (name: string) => `Retirer ${name} de cette liste`,
    notThere: 'Absente en ce moment',
    another: 'Une autre bibliothèque',
    openOther: 'Ouvrir une bibliothèque…',
    create: 'En créer une nouvelle…',
    choose: 'Choisir…',
    path: 'Chemin entier du dossier',
    pathHint: 'Tel que votre gestionnaire de fichiers le montre.',
    notOpened: (path: string) => `La dernière bibliothèque ouverte n’a pas pu l’être de nouveau : ${path}`,
    purposes: {
      open: { title: 'Ouvrir une bibliothèque', act: 'Ouvrir' },
      create: { title: 'Créer une bibliothèque', act: 'La créer' },
      move: { title: 'Déplacer cette bibliothèque', act: 'Copier, comparer et passer à la copie' },
      backup: { title: 'Faire une sauvegarde', act: 'Copier et comparer' },
    },
    moveHint: 'Tout est copié et comparé octet par octet, puis la copie est ouverte. Le dossier actuel reste.',
    copying: 'Copie et comparaison',
    inside: 'Ce dossier se trouve dans la bibliothèque ouverte, ou autour d’elle.',
    openAlready: 'Cette bibliothèque est ouverte.',
    kinds: {
      library: 'Une bibliothèque Pressmark.',
      newer: 'Une bibliothèque d’un Pressmark plus récent. Mettez l’application à jour pour l’ouvrir.',
      damaged: 'Une bibliothèque dont la fiche (library.json) manque ou est abîmée. Reprenez-la d’une sauvegarde.',
      empty: 'Un dossier vide.',
      new: 'Ce dossier sera créé.',
      'no-parent': 'Ce dossier n’existe pas, et aucun au-dessus non plus. Le chemin est-il juste ?',
      'other-files': 'Ce dossier contient autre chose et n’est pas une bibliothèque.',
      file: 'C’est un fichier ; une bibliothèque est un dossier.',
      'not-writable': 'Rien ne peut être écrit ici. Choisissez une autre place, ou changez les droits du dossier.',
      unreadable: 'Cet endroit ne peut pas être lu.',
      relative: 'Entrez le chemin entier, depuis son tout début.',
    },
    readOnly: 'Elle peut être lue mais pas changée.',
  },

  health: {
    figures: 'Ce qu’elle contient',
    articles: 'Articles',
    trashed: 'Dans la corbeille',
    snapshots: 'Versions',
    pictures: 'Images',
    words: 'Mots',
    size: 'Place sur le disque',
    total: (bytes: number) => `${formatBytes(bytes)} dans le dossier de la bibliothèque`,
    catalogue: (bytes: number) =>
      `Les listes et la recherche prennent ${formatBytes(bytes)} en dehors ; elles peuvent être refaites.`,
    kinds: {
      articles: 'Articles au propre',
      originals: 'Originaux',
      pictures: 'Images',
      journals: 'Ce que vous avez fait',
      other: 'Autre',
    },
    measuring: 'Chaque fichier est regardé…',
    notMeasured: 'Le dossier n’a pas pu être mesuré.',
    index: 'Recherche',
    indexReady: 'Connaît chaque article.',
    indexBuilding: (done: number, total: number) =>
      `En préparation : ${formatNumber(done)} sur ${articles(total)}. Ce qui est déjà prêt est trouvé.`,
    check: 'Vérification',
    checkHint: 'Lit chaque fichier et le compare à ce qui a été noté quand il a été gardé. Rien n’est changé.',
    never: 'Cette bibliothèque n’a pas encore été vérifiée sur cet ordinateur.',
    sound: (when: string, files: number) =>
      `Tout va bien. Vérifié le ${formatMoment(when)} : ${count(files, 'fichier est tel que gardé', 'fichiers sont tels que gardés')}.`,
    unsound: (when: string, findings: number) =>
      `Vérifié le ${formatMoment(when)} : ${count(findings, 'chose n’est pas comme notée', 'choses ne sont pas comme notées')}.`,
    checkNow: 'Vérifier maintenant',
    checking: 'Vérification en cours',
    rebuild: 'Refaire listes et recherche',
    rebuildHint: 'À partir du dossier seul. Rien dans la bibliothèque n’est changé ni perdu.',
    rebuilding: 'Listes et recherche sont refaites',
    rebuilt: (number: number) => `Refait à partir de ${articles(number)}`,
    backup: 'Faire une sauvegarde…',
    backupHint: 'Une copie de toute la bibliothèque dans un dossier vide, comparée octet par octet.',
    backedUp: (path: string) => `Copié et comparé : ${path}`,
    more: (number: number) => `et ${formatNumber(number)} de plus`,
    findings: {
      'missing-file': {
        title: 'Des fichiers manquent',
        advice: 'Reprenez-les d’une sauvegarde ou d’un autre appareil ; ce qui reste peut toujours être lu.',
      },
      'changed-file': {
        title: 'Des fichiers ont été changés',
        advice: 'Autre chose que Pressmark y a écrit, ou le disque faiblit. Reprenez-les d’une sauvegarde.',
      },
      'unknown-folder': {
        title: 'Des choses qui ne sont pas de Pressmark',
        advice: 'Elles ne font pas de mal. Sortez-les du dossier de la bibliothèque.',
      },
      'journal-damaged': {
        title: 'Le registre de ce que vous avez fait est abîmé',
        advice:
          'Les lignes illisibles sont laissées de côté. Reprenez le registre d’une sauvegarde ou d’un autre appareil.',
      },
      'catalogue-differs': {
        title: 'Les listes sont en retard sur le dossier',
        advice: 'Refaites listes et recherche ; c’est le dossier qui a raison.',
      },
      'index-differs': {
        title: 'La recherche est en retard sur le dossier',
        advice: 'Refaites listes et recherche.',
      },
      'half-written': {
        title: 'Quelque chose n’a pas été enregistré jusqu’au bout',
        advice: 'Reste d’un arrêt brutal. Pressmark le nettoie à un prochain démarrage.',
      },
    },
    unknownFinding: { title: 'Autre chose', advice: 'Mettez Pressmark à jour et vérifiez encore une fois.' },
  },
};
