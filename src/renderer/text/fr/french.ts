import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import type { Dictionary } from '../en/english.ts';
import { formatNames, formatNumber, formatPercent } from '../format.ts';
import { articles, count, isOne } from './count.ts';
import { errors } from './errors.ts';
import { managing } from './managing.ts';
import { organising } from './organising.ts';
import { queryLanguage } from './query-language.ts';
import { reading, readingActions } from './reading.ts';
import { keptPictures } from './kept-pictures.ts';
import { repairing } from './repairing.ts';
import { sample } from './sample-article.ts';
import { searching } from './searching.ts';
import { takingIn } from './taking-in.ts';

/** "Archivé" for one, "3 articles archivés" for more: what a message about an act speaks of. */
function done(one: string, many: string, number: number): string {
  return number === 1 ? one : `${articles(number)} ${many}`;
}

/** Every sentence of the window in French. */
export const french: Dictionary = {
  appName: 'Pressmark',

  top: {
    add: 'Ajouter',
    menu: 'Menu',
    showShelves: 'Montrer les rayons',
    hideShelves: 'Masquer les rayons',
  },

  panes: {
    shelvesEdge: 'Largeur des rayons',
    listEdge: 'Largeur de la liste',
  },

  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: 'Fermer', cancel: 'Annuler' },
  toasts: { label: 'Messages', close: 'Fermer le message' },

  shelves: {
    label: 'Rayons',
    saved: 'Recherches gardées',
    tags: 'Mots-clés',
    sources: 'Sources',
    names: {
      unread: 'Non lus',
      reading: 'En cours',
      readNext: 'À lire ensuite',
      favourites: 'Favoris',
      archive: 'Archive',
      all: 'Tous les articles',
      highlights: 'Surlignages',
      trash: 'Corbeille',
    },
    articles: (number: number) => (isOne(number) ? 'article' : 'articles'),
    allSources: (number: number) => `Les ${formatNumber(number)} sources`,
    fewerSources: 'Moins de sources',
  },

  list: {
    pane: 'Liste',
    label: 'Articles',
    unread: 'Non lu',
    favourite: 'Favori',
    readSoFar: (share: string) => `${share} lu`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    sortAndLook: 'Tri et présentation',
    grouped: 'Avec intertitres',
    rows: 'Lignes',
    densities: { comfortable: 'Aérées', compact: 'Serrées' },
    noDate: 'Date inconnue',
    noSource: 'Source inconnue',
    sort: 'Trier',
    sorts: {
      relevance: 'Les plus pertinents d’abord',
      saved: 'Les derniers ajoutés d’abord',
      published: 'Les plus récents d’abord',
      source: 'Par source',
      own: 'Dans votre ordre',
      title: 'Par titre',
      length: 'Les plus longs d’abord',
    },
    failed: 'La liste n’a pas pu être lue',
    retry: 'Réessayer',
  },

  emptyShelves: {
    unread: { title: 'Plus rien à lire', hint: 'Ce que vous ajoutez arrive d’abord ici.' },
    reading: {
      title: 'Rien de commencé',
      hint: 'Les articles commencés et pas encore rangés restent ici, à la ligne où vous vous êtes arrêté.',
    },
    readNext: {
      title: 'Rien à lire ensuite',
      hint: 'Appuyez sur Q sur un article pour le mettre à la suite, sur Maj+Q pour le mettre en tête.',
    },
    collection: {
      title: 'Encore rien dans cette collection',
      hint: 'Appuyez sur C sur un article pour l’y mettre, ou faites-le glisser ici.',
    },
    all: { title: 'Aucun article', hint: 'Déposez une page dans la fenêtre, ou collez un texte ou une adresse.' },
    favourites: { title: 'Pas encore de favoris', hint: 'Appuyez sur S sur un article pour le garder en vue.' },
    archive: {
      title: 'L’archive est vide',
      hint: 'Appuyez sur E sur un article pour le ranger ici. Il reste dans les recherches.',
    },
    highlights: {
      title: 'Pas encore de surlignages',
      hint: 'Sélectionnez des mots dans un article, ou appuyez sur H en lisant.',
    },
    trash: { title: 'La corbeille est vide', hint: 'Ce que vous jetez attend ici et peut être remis en place.' },
    tag: { title: 'Rien sous ce mot-clé', hint: 'Appuyez sur T sur un article pour lui en donner un.' },
    source: { title: 'Rien de cette source', hint: 'Ce qu’elle publie et que vous ajoutez arrive ici.' },
  },

  ...searching,
  ...organising,
  ...takingIn,
  ...reading,
  ...keptPictures,
  ...repairing,
  ...managing,
  queryLanguage,
  errors,
  sample,

  reader: {
    pane: 'Lecture',
    bar: 'Article',
    back: 'Retour à la liste',
    favourite: 'Ajouter aux favoris',
    unfavourite: 'Retirer des favoris',
    tag: 'Mot-clé…',
    tags: 'Mots-clés',
    addTag: 'Ajouter un mot-clé',
    removeTag: (tag: string) => `Retirer le mot-clé ${tag}`,
    archive: 'Archiver',
    unarchive: 'Sortir de l’archive',
    unread: 'Marquer comme non lu',
    trash: 'Mettre à la corbeille',
    restore: 'Remettre en place',
    more: 'Plus',
    openOutside: 'Ouvrir la page d’origine',
    opensOutside: 's’ouvre hors de Pressmark',
    copyAddress: 'Copier l’adresse',
    addressCopied: 'Adresse copiée',
    addressNotCopied: 'L’adresse n’a pas pu être copiée',
    details: 'Détails…',
    correct: 'Détails et corrections…',
    explain: 'Comment ceci a été lu…',
    original: 'Original, tel que pris…',
    repair: 'Réparer à la main…',
    progress: 'Lu jusqu’ici',
    by: 'Par',
    updated: (moment: string) => `Mis à jour le ${moment}`,
    page: (page: string) => `Page ${page}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    minutesLeft: (minutes: number) => `encore ${formatNumber(minutes)} min`,
    correction: 'Rectificatif',
    next: 'Article suivant',
    nothingOpen: 'Rien d’ouvert',
    nothingOpenHint: { before: 'Choisissez un article. ', between: 'parcourent la liste,', after: 'ouvre.' },
    gone: 'Cet article n’est plus ici',
    goneHint: 'Il a peut-être été retiré du dossier de la bibliothèque.',
    failed: 'L’article n’a pas pu être ouvert',
  },

  highlights: {
    title: 'Surlignages',
    bar: 'Marquer la sélection',
    note: 'Ajouter une note…',
    noteLabel: 'Note',
    notePlaceholder: 'Qu’en pensez-vous ?',
    articleNote: 'Note sur cet article',
    articleNotePlaceholder: 'Une note sur tout l’article…',
    colour: 'Couleur',
    colours: { yellow: 'Jaune', green: 'Vert', blue: 'Bleu', pink: 'Rose', underline: 'Souligné' },
    tags: 'Mots-clés de ce surlignage',
    addTag: 'Ajouter un mot-clé',
    copy: 'Copier le texte',
    copied: 'Copié',
    notCopied: 'Ceci n’a pas pu être copié',
    saved: 'Enregistré dans un fichier',
    remove: 'Retirer le surlignage',
    one: 'Surlignage',
    panel: 'Surlignages de cet article',
    panelCount: (number: number) =>
      number === 0 ? 'Surlignages de cet article' : `Surlignages de cet article : ${formatNumber(number)}`,
    close: 'Fermer les surlignages',
    open: (quote: string) => `Surlignage : ${quote}`,
    none: 'Sélectionnez des mots pour les marquer. Au clavier : H choisit une phrase, les flèches la déplacent, H la marque.',
    orphans: 'Plus dans le texte',
    orphansHint: 'L’article a été repris, et ces mots ne s’y trouvent plus.',
    copyMarkdown: 'Copier en Markdown',
    saveMarkdown: 'Enregistrer en Markdown…',
    nothingToCopy: 'Il n’y a pas encore de surlignages ici',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Surlignages Pressmark.md',
    moving: (words: string) => `Sélectionné : ${words}`,
    tooLong: 'C’est trop pour être marqué d’un coup.',
    list: 'Surlignages de tous les articles',
    filter: 'Filtrer les surlignages',
    filterPlaceholder: 'Mots des passages, notes et mots-clés',
    narrow: 'Resserrer les surlignages',
    withNotes: 'Avec note',
    noneFound: 'Aucun surlignage de cette sorte',
    noneFoundHint: 'Chaque mot doit se trouver dans le passage, sa note, ses mots-clés ou le titre de son article.',
    clearFilter: 'Tout montrer',
    export: 'Exporter',
    order: 'Ordre',
    orders: { made: 'Les derniers marqués d’abord', article: 'Article par article' },
    onArticle: 'Sur l’article',
    acts: {
      added: 'Surligné',
      changed: 'Surlignage modifié',
      removed: 'Surlignage retiré',
      annotated: 'Note gardée',
    },
  },

  guesses: { title: 'Lu dans le texte collé. Est-ce juste ?', right: 'C’est juste' },

  correct: {
    title: 'Est-ce juste ?',
    all: 'Détails et corrections',
    unsure: 'Pressmark n’en est pas sûr. Appuyez pour corriger.',
    save: 'Enregistrer',
    notFound: 'Pas trouvé dans ce qui a été pris',
    authorsHint: 'Noms, séparés par des virgules',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}, sûr à ${formatPercent(confidence)}`,
    origins: {
      'json-ld': 'Des données de la page elle-même',
      meta: 'Des données de la page elle-même',
      microdata: 'Des données de la page elle-même',
      markup: 'De la mise en page',
      text: 'Lu dans le texte',
      address: 'Lu dans l’adresse',
      file: 'Du fichier',
      'front-matter': 'De l’en-tête du fichier',
      detected: 'Déduit par Pressmark',
      reader: 'Donné par vous',
    },
    fields: {
      section: 'Rubrique',
      kicker: 'Surtitre',
      headline: 'Titre',
      dek: 'Chapeau',
      authors: 'Auteurs',
      byline: 'Signature telle qu’imprimée',
      agency: 'Agence',
      dateline: 'Lieu',
      publishedAt: 'Paru',
      updatedAt: 'Mis à jour',
      source: 'Source',
      canonicalUrl: 'Adresse',
      edition: 'Édition',
      page: 'Page',
      language: 'Langue',
      correction: 'Rectificatif',
      copyright: 'Droits',
    },
    address: 'Adresse',
    saved: 'Ajouté',
    length: 'Longueur',
    words: (words: string) => `${words} mots`,
    snapshots: 'Versions',
    folder: 'Dossier',
  },

  original: {
    title: 'L’original, tel que pris',
    sealed:
      'Montré dans un cadre scellé : aucun script ne tourne, rien n’est chargé, les liens ne mènent nulle part. Ce qui se trouvait hors de la page manque.',
    notShown: (path: string) =>
      `Cet original n’est pas une page qui puisse être montrée ici. Il se trouve dans la bibliothèque : ${path}`,
    frame: (headline: string) => `Original de « ${headline} »`,
  },

  explain: {
    title: 'Comment ceci a été lu',
    reading: 'L’original est relu…',
    lead: (words: string, method: string, encoding: string) =>
      `${words} mots, trouvés ${readingMethods[method] ?? `par ${method}`}, en ${encoding.toUpperCase()}.`,
    changed:
      'L’article gardé a été lu par un Pressmark plus ancien, ou modifié. Voici comment il serait lu maintenant.',
    joined: (pages: number) => `Réuni à partir de ${count(pages, 'page', 'pages')} du site.`,
    fields: 'D’où vient chaque champ',
    leadImage: 'Image d’ouverture',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : ` (${detail})`} · sûr à ${confidence}`,
    leftOut: 'Laissé hors de l’article',
    nothingLeftOut: 'Rien. Tout ce qui est sur la page est dans l’article.',
  },

  type: {
    title: 'Caractères et thème',
    theme: 'Thème',
    themes: { system: 'Système', paper: 'Papier', sepia: 'Sépia', dark: 'Sombre' },
    size: 'Taille',
    smaller: 'Caractères plus petits',
    larger: 'Caractères plus grands',
    spacing: 'Interligne',
    tighter: 'Lignes plus serrées',
    looser: 'Lignes plus espacées',
    measure: 'Longueur des lignes',
    measures: { narrow: 'Étroite', medium: 'Moyenne', wide: 'Large' },
    typeface: 'Police',
    typefaces: { serif: 'Avec empattements', sans: 'Sans empattements' },
    paragraphs: 'Paragraphes',
    paragraphChoices: { spaced: 'Espacés', indented: 'En alinéa' },
    justified: 'Texte justifié',
    hyphenated: 'Césure',
    notHyphenated: (language: string) => `Ce système ne sait pas couper les mots (${language}) ; ils restent entiers.`,
    languageUnknown: 'La langue de cet article n’est pas connue ; ses mots restent entiers.',
  },

  tags: {
    title: (number: number) => (number === 1 ? 'Mots-clés de cet article' : `Mots-clés de ${articles(number)}`),
    placeholder: 'Mot-clé ; politique/europe s’emboîte',
    make: (tag: string) => `Nouveau mot-clé « ${tag} »`,
    takeOff: 'retirer',
    empty: 'Pas encore de mots-clés. Tapez-en un et appuyez sur Entrée.',
  },

  bulk: {
    label: 'Articles choisis',
    chosen: (number: number) => count(number, 'choisi', 'choisis'),
    clear: 'N’en choisir qu’un',
  },

  acts: {
    undo: 'Annuler',
    undone: 'Annulé',
    nothingToUndo: 'Rien à annuler',
    favourited: (number: number) => done('Ajouté aux favoris', 'ajoutés aux favoris', number),
    unfavourited: (number: number) => done('Retiré des favoris', 'retirés des favoris', number),
    stateSet: {
      unread: (number: number) => done('Marqué comme non lu', 'marqués comme non lus', number),
      reading: (number: number) => done('Marqué comme en cours', 'marqués comme en cours', number),
      archived: (number: number) => done('Archivé', 'archivés', number),
    },
    trashed: (number: number) => done('Mis à la corbeille', 'mis à la corbeille', number),
    restored: (number: number) => done('Remis en place', 'remis en place', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Mot-clé donné : ${formatNames(tags)}` : `${formatNames(tags)} donné à ${articles(number)}`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Mot-clé retiré : ${formatNames(tags)}` : `${formatNames(tags)} retiré de ${articles(number)}`,
    corrected: 'Corrigé',
  },

  capture: {
    addTitle: 'Ajouter à la bibliothèque',
    address: 'Adresse d’une page',
    addressWrong: 'Ce n’est pas une adresse web.',
    pasteLabel: 'Ou collez un texte',
    pasteHint: 'Le titre à la première ligne, puis l’article',
    chooseFiles: 'Choisir des fichiers…',
    add: 'Ajouter',
    dropHint:
      'Vous pouvez aussi déposer fichiers, dossiers, liens ou texte n’importe où dans la fenêtre, ou coller sans ouvrir ceci.',
    dropHere: 'Déposez pour ajouter à la bibliothèque',
    dropKinds: 'Pages, PDF, courriels, livres, archives web, zip, texte, dossiers entiers, liens',
    nothingToTake: 'Il n’y a pas d’article dans ce qui a été déposé.',
    leftOut: (number: number) =>
      count(
        number,
        'fichier laissé de côté, qui n’est pas un article',
        'fichiers laissés de côté, qui ne sont pas des articles',
      ),
    panel: 'Ajout en cours',
    progress: 'Ajouté jusqu’ici',
    beginning: 'C’est parti…',
    cancel: 'Arrêter',
    dismiss: 'Fermer',
    failures: 'Ce qui n’a pas marché',
    retry: (number: number) => (number === 1 ? 'Réessayer' : `Réessayer les ${formatNumber(number)}`),
    moreFailures: (number: number) => `et ${count(number, 'autre', 'autres')}`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: 'Commencez votre bibliothèque',
    lead: 'Pressmark garde des articles pour de bon, dans un dossier ordinaire de cet ordinateur. Ajoutez-en un : il est mis en page pour la lecture et se retrouve par n’importe lequel de ses mots.',
    drop: 'Déposer des fichiers',
    dropHint: 'Pages enregistrées, PDF, EPUB, courriels, texte ou un dossier entier, n’importe où dans cette fenêtre.',
    address: 'Entrer une adresse',
    addressHint: 'La page est prise une fois, avec ses images, et gardée.',
    paste: 'Coller un texte',
    pasteHint: 'D’une page, d’un courriel ou d’un document, avec',
    sampleHint: 'Rien sous la main ?',
    sample: 'Ajouter un article d’exemple',
    removeSample: 'Retirer cet exemple',
  },

  opening: {
    title: 'Ouverture de la bibliothèque',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} sur ${articles(total)}`,
  },

  broken: {
    lost: 'L’archive de Pressmark ne répond pas',
    lostHint: 'Votre bibliothèque est en sûreté sur le disque. Relancez Pressmark, ou réessayez.',
    failed: 'La bibliothèque n’a pas pu être ouverte',
    lostBanner: 'L’archive a cessé de répondre. Nouvelle tentative pour la joindre…',
    readOnlyBanner: 'Cette bibliothèque peut être lue mais pas changée : son dossier n’est pas accessible en écriture.',
  },

  palette: { title: 'Commandes', placeholder: 'Que voulez-vous faire ?', empty: 'Aucune commande de ce nom' },
  keys: { title: 'Touches' },
  keyNames: { ctrl: 'Ctrl', shift: 'Maj', alt: 'Alt', space: 'Espace', escape: 'Échap', enter: 'Entrée' },

  actionGroups: { move: 'Se déplacer', article: 'Article', window: 'Fenêtre', go: 'Aller à', theme: 'Thème' },

  actions: {
    ...readingActions,
    next: 'Article suivant',
    previous: 'Article précédent',
    extendDown: 'Étendre le choix vers le bas',
    extendUp: 'Étendre le choix vers le haut',
    first: 'Premier article',
    last: 'Dernier article',
    open: 'Ouvrir',
    openInWindow: 'Ouvrir dans une nouvelle fenêtre',
    newWindow: 'Nouvelle fenêtre',
    pageDown: 'Page suivante',
    pageUp: 'Page précédente',
    back: 'Retour',
    selectAll: 'Tout choisir',
    favourite: 'Favori',
    archive: 'Archiver, ou ressortir',
    unread: 'Marquer comme non lu',
    tag: 'Mot-clé…',
    queue: 'Lire ensuite, ou plus',
    queueFirst: 'Lire en tout premier',
    readNext: 'Passer à ce qui est à lire ensuite',
    collect: 'Mettre dans une collection…',
    takeOut: 'Retirer de cette collection',
    moveUp: 'Monter dans votre ordre',
    moveDown: 'Descendre dans votre ordre',
    newCollection: 'Nouvelle collection…',
    renameTag: 'Renommer ce mot-clé…',
    moveTag: 'Placer ce mot-clé sous un autre…',
    mergeTag: 'Fondre ce mot-clé dans un autre…',
    removeTag: 'Retirer ce mot-clé',
    rules: 'Règles…',
    repair: 'Réparer à la main',
    waiting: 'Adresses en attente',
    watch: 'Dossier surveillé',
    bookmarklet: 'Ajouter depuis le navigateur',
    copyLink: 'Copier un lien vers cet article',
    compactRows: 'Lignes serrées ou aérées',
    groupList: 'Liste avec ou sans intertitres',
    settings: 'Réglages',
    libraries: 'Bibliothèques : ouvrir, créer ou déplacer',
    health: 'Espace et santé de la bibliothèque',
    goReadNext: 'Aller aux lectures suivantes',
    trash: 'Mettre à la corbeille',
    restore: 'Remettre en place depuis la corbeille',
    details: 'Détails et corrections',
    guesses: 'Vérifier ce qui a été lu dans un texte collé',
    explain: 'Comment ceci a été lu',
    reread: 'Relire à partir de l’original',
    fetchPictures: 'Récupérer les images manquantes',
    original: 'Original, tel que pris',
    openOutside: 'Ouvrir la page d’origine',
    highlight: 'Surligner, ou choisir une phrase à marquer',
    annotate: 'Note sur la sélection ou sur l’article',
    highlights: 'Surlignages de cet article',
    copyHighlights: 'Copier les surlignages de cet article en Markdown',
    saveHighlights: 'Enregistrer tous les surlignages en Markdown',
    undo: 'Annuler la dernière action',
    search: 'Chercher',
    add: 'Ajouter à la bibliothèque',
    messages: 'Aller au dernier message et en revenir',
    palette: 'Commandes',
    keys: 'Liste des touches',
    queryHelp: 'Ce que vous pouvez taper dans le champ de recherche',
    saveSearch: 'Garder cette recherche',
    why: 'Pourquoi ceci a été trouvé',
    forgetRecent: 'Effacer les recherches récentes',
    toggleShelves: 'Montrer ou masquer les rayons',
    toggleList: 'Montrer ou masquer la liste',
    toggleReader: 'Montrer ou masquer la lecture',
    larger: 'Caractères plus grands',
    smaller: 'Caractères plus petits',
    goUnread: 'Aller aux non lus',
    goReading: 'Aller aux articles en cours',
    goFavourites: 'Aller aux favoris',
    goArchive: 'Aller à l’archive',
    goAll: 'Aller à tous les articles',
    goTrash: 'Aller à la corbeille',
    goHighlights: 'Aller aux surlignages',
    themeSystem: 'Thème : comme le système',
    themePaper: 'Thème : papier',
    themeSepia: 'Thème : sépia',
    themeDark: 'Thème : sombre',
  },
};

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': 'd’après l’endroit où se tient la prose sur la page',
  readability: 'par Readability',
  'json-ld': 'dans les données structurées de la page',
  'whole-page': 'en prenant toute la page',
  'plain-text': 'd’après la forme d’un texte de presse',
  markdown: 'comme Markdown',
  'pdf-layout': 'd’après la mise en page du PDF',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1 ? 'Ajout…' : `Ajout : ${formatNumber(finished)} sur ${formatNumber(job.total)}`;
  }
  if (job.phase === 'cancelled') return `Arrêté après ${formatNumber(finished)} sur ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return 'N’a pas pu être ajouté';
    if (job.waiting === 1) return 'Gardé, à prendre plus tard';
    if (job.duplicates === 1) return 'Déjà dans la bibliothèque';
    return job.snapshotsAdded === 1 ? 'Une version plus récente a été ajoutée' : 'Ajouté';
  }
  if (job.failed === job.total) return `Aucun des ${formatNumber(job.total)} n’a pu être ajouté`;
  if (job.failed > 0) return `${formatNumber(job.failed)} sur ${formatNumber(job.total)} n’ont pas pu être ajoutés`;
  if (job.waiting === job.total)
    return count(job.waiting, 'adresse gardée, à prendre plus tard', 'adresses gardées, à prendre plus tard');
  const added = job.added + job.snapshotsAdded;
  return count(added, 'article ajouté', 'articles ajoutés');
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? count(job.added, 'nouveau', 'nouveaux') : '',
    job.snapshotsAdded > 0 ? count(job.snapshotsAdded, 'version plus récente', 'versions plus récentes') : '',
    job.duplicates > 0 ? `${formatNumber(job.duplicates)} déjà là` : '',
    job.waiting > 0 ? `${formatNumber(job.waiting)} à prendre plus tard` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
