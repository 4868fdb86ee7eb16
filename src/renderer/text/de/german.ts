import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import type { Dictionary } from '../en/english.ts';
import { formatNames, formatNumber, formatPercent } from '../format.ts';
import { articles, count, isOne, ofArticles } from './count.ts';
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

/** "Archiviert" for one, "3 Artikel archiviert" for more: what a message about an act speaks of. */
function done(one: string, number: number, many: string = one.charAt(0).toLowerCase() + one.slice(1)): string {
  return number === 1 ? one : `${articles(number)} ${many}`;
}

/** Every sentence of the window in German. */
export const german: Dictionary = {
  appName: 'Pressmark',

  top: {
    add: 'Hinzufügen',
    menu: 'Menü',
    showShelves: 'Regale zeigen',
    hideShelves: 'Regale ausblenden',
  },

  panes: {
    shelvesEdge: 'Breite der Regale',
    listEdge: 'Breite der Liste',
  },

  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: 'Schließen', cancel: 'Abbrechen' },
  toasts: { label: 'Meldungen', close: 'Meldung schließen' },

  shelves: {
    label: 'Regale',
    saved: 'Gemerkte Suchen',
    tags: 'Schlagwörter',
    sources: 'Quellen',
    names: {
      unread: 'Ungelesen',
      reading: 'Angefangen',
      readNext: 'Als Nächstes',
      favourites: 'Favoriten',
      archive: 'Archiv',
      all: 'Alle Artikel',
      highlights: 'Markierungen',
      trash: 'Papierkorb',
    },
    articles: () => 'Artikel',
    allSources: (number: number) => `Alle ${formatNumber(number)} Quellen`,
    fewerSources: 'Weniger Quellen',
  },

  list: {
    pane: 'Liste',
    label: 'Artikel',
    unread: 'Ungelesen',
    favourite: 'Favorit',
    readSoFar: (share: string) => `${share} gelesen`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} Min.`,
    sortAndLook: 'Sortieren und Ansicht',
    grouped: 'Mit Überschriften',
    rows: 'Zeilen',
    densities: { comfortable: 'Bequem', compact: 'Kompakt' },
    noDate: 'Kein Datum bekannt',
    noSource: 'Keine Quelle bekannt',
    sort: 'Sortieren',
    sorts: {
      relevance: 'Beste Treffer zuerst',
      saved: 'Zuletzt aufgenommene zuerst',
      published: 'Neueste zuerst',
      source: 'Nach Quelle',
      own: 'In Ihrer Reihenfolge',
      title: 'Nach Überschrift',
      length: 'Längste zuerst',
    },
    failed: 'Die Liste war nicht zu lesen',
    retry: 'Noch einmal versuchen',
  },

  emptyShelves: {
    unread: { title: 'Nichts mehr zu lesen', hint: 'Was Sie aufnehmen, kommt zuerst hierher.' },
    reading: {
      title: 'Nichts angefangen',
      hint: 'Artikel, die Sie begonnen und nicht weggelegt haben, bleiben hier, an der Zeile, wo Sie aufgehört haben.',
    },
    readNext: {
      title: 'Nichts vorgemerkt',
      hint: 'Drücken Sie bei einem Artikel Q, um ihn hier anzureihen, Umschalt+Q, um ihn nach vorn zu stellen.',
    },
    collection: {
      title: 'Noch nichts in dieser Sammlung',
      hint: 'Drücken Sie bei einem Artikel C, um ihn hineinzulegen, oder ziehen Sie ihn hierher.',
    },
    all: {
      title: 'Keine Artikel',
      hint: 'Legen Sie eine Seite im Fenster ab, oder fügen Sie einen Text oder eine Adresse ein.',
    },
    favourites: {
      title: 'Noch keine Favoriten',
      hint: 'Drücken Sie bei einem Artikel S, um ihn im Blick zu behalten.',
    },
    archive: {
      title: 'Das Archiv ist leer',
      hint: 'Drücken Sie bei einem Artikel E, um ihn hierher wegzulegen. Er bleibt durchsuchbar.',
    },
    highlights: {
      title: 'Noch keine Markierungen',
      hint: 'Wählen Sie Wörter in einem Artikel aus, oder drücken Sie beim Lesen H.',
    },
    trash: { title: 'Der Papierkorb ist leer', hint: 'Was Sie wegwerfen, wartet hier und lässt sich zurückholen.' },
    tag: { title: 'Nichts unter diesem Schlagwort', hint: 'Drücken Sie bei einem Artikel T, um ihm eines zu geben.' },
    source: {
      title: 'Nichts aus dieser Quelle',
      hint: 'Was dort erscheint und von Ihnen aufgenommen wird, kommt hierher.',
    },
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
    pane: 'Lesebereich',
    bar: 'Artikel',
    back: 'Zurück zur Liste',
    favourite: 'Zu den Favoriten',
    unfavourite: 'Aus den Favoriten nehmen',
    tag: 'Schlagwort…',
    tags: 'Schlagwörter',
    addTag: 'Schlagwort hinzufügen',
    removeTag: (tag: string) => `Schlagwort ${tag} entfernen`,
    archive: 'Archivieren',
    unarchive: 'Aus dem Archiv nehmen',
    unread: 'Als ungelesen kennzeichnen',
    trash: 'In den Papierkorb',
    restore: 'Zurückholen',
    more: 'Mehr',
    openOutside: 'Originalseite öffnen',
    opensOutside: 'öffnet sich außerhalb von Pressmark',
    copyAddress: 'Adresse kopieren',
    addressCopied: 'Adresse kopiert',
    addressNotCopied: 'Die Adresse ließ sich nicht kopieren',
    details: 'Angaben…',
    correct: 'Angaben und Korrekturen…',
    explain: 'Wie das gelesen wurde…',
    original: 'Original, wie aufgenommen…',
    repair: 'Von Hand nachbessern…',
    progress: 'Bisher gelesen',
    by: 'Von',
    updated: (moment: string) => `Aktualisiert ${moment}`,
    page: (page: string) => `Seite ${page}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} Min.`,
    minutesLeft: (minutes: number) => `noch ${formatNumber(minutes)} Min.`,
    correction: 'Berichtigung',
    next: 'Nächster Artikel',
    nothingOpen: 'Nichts geöffnet',
    nothingOpenHint: { before: 'Wählen Sie einen Artikel. ', between: 'gehen durch die Liste,', after: 'öffnet.' },
    gone: 'Dieser Artikel ist nicht mehr da',
    goneHint: 'Er wurde vielleicht aus dem Ordner der Bibliothek entfernt.',
    failed: 'Der Artikel ließ sich nicht öffnen',
  },

  highlights: {
    title: 'Markierungen',
    bar: 'Auswahl markieren',
    note: 'Notiz hinzufügen…',
    noteLabel: 'Notiz',
    notePlaceholder: 'Was halten Sie davon?',
    articleNote: 'Notiz zu diesem Artikel',
    articleNotePlaceholder: 'Eine Notiz zum ganzen Artikel…',
    colour: 'Farbe',
    colours: { yellow: 'Gelb', green: 'Grün', blue: 'Blau', pink: 'Rosa', underline: 'Unterstrichen' },
    tags: 'Schlagwörter dieser Markierung',
    addTag: 'Schlagwort hinzufügen',
    copy: 'Text kopieren',
    copied: 'Kopiert',
    notCopied: 'Das ließ sich nicht kopieren',
    saved: 'Als Datei gespeichert',
    remove: 'Markierung entfernen',
    one: 'Markierung',
    panel: 'Markierungen in diesem Artikel',
    panelCount: (number: number) =>
      number === 0 ? 'Markierungen in diesem Artikel' : `Markierungen in diesem Artikel: ${formatNumber(number)}`,
    close: 'Markierungen schließen',
    open: (quote: string) => `Markierung: ${quote}`,
    none: 'Wählen Sie Wörter aus, um sie zu markieren. Mit Tasten: H wählt einen Satz, die Pfeile bewegen ihn, H markiert ihn.',
    orphans: 'Nicht mehr im Text',
    orphansHint: 'Der Artikel wurde neu aufgenommen, und diese Wörter stehen nicht mehr darin.',
    copyMarkdown: 'Als Markdown kopieren',
    saveMarkdown: 'Als Markdown speichern…',
    nothingToCopy: 'Hier gibt es noch keine Markierungen',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Pressmark Markierungen.md',
    moving: (words: string) => `Ausgewählt: ${words}`,
    tooLong: 'Das ist zu viel, um es auf einmal zu markieren.',
    list: 'Markierungen aller Artikel',
    filter: 'Markierungen filtern',
    filterPlaceholder: 'Wörter aus Stellen, Notizen und Schlagwörtern',
    narrow: 'Markierungen eingrenzen',
    withNotes: 'Mit Notiz',
    noneFound: 'Keine Markierung passt dazu',
    noneFoundHint:
      'Jedes Wort muss in der Stelle, ihrer Notiz, ihren Schlagwörtern oder der Überschrift ihres Artikels vorkommen.',
    clearFilter: 'Alle zeigen',
    export: 'Exportieren',
    order: 'Reihenfolge',
    orders: { made: 'Zuletzt markierte zuerst', article: 'Artikel für Artikel' },
    onArticle: 'Zum Artikel',
    acts: {
      added: 'Markiert',
      changed: 'Markierung geändert',
      removed: 'Markierung entfernt',
      annotated: 'Notiz behalten',
    },
  },

  guesses: { title: 'Aus dem Eingefügten gelesen. Stimmt das?', right: 'Stimmt' },

  correct: {
    title: 'Stimmt das?',
    all: 'Angaben und Korrekturen',
    unsure: 'Pressmark ist sich nicht sicher. Drücken, um es richtigzustellen.',
    save: 'Speichern',
    notFound: 'In dem Aufgenommenen nicht gefunden',
    authorsHint: 'Namen, durch Kommas getrennt',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}, zu ${formatPercent(confidence)} sicher`,
    origins: {
      'json-ld': 'Aus den eigenen Daten der Seite',
      meta: 'Aus den eigenen Daten der Seite',
      microdata: 'Aus den eigenen Daten der Seite',
      markup: 'Aus dem Aufbau der Seite',
      text: 'Aus dem Text gelesen',
      address: 'Aus der Adresse gelesen',
      file: 'Aus der Datei',
      'front-matter': 'Aus dem Kopf der Datei',
      detected: 'Von Pressmark ermittelt',
      reader: 'Von Ihnen gesetzt',
    },
    fields: {
      section: 'Ressort',
      kicker: 'Dachzeile',
      headline: 'Überschrift',
      dek: 'Unterzeile',
      authors: 'Verfasser',
      byline: 'Autorenzeile, wie gedruckt',
      agency: 'Agentur',
      dateline: 'Ort',
      publishedAt: 'Erschienen',
      updatedAt: 'Aktualisiert',
      source: 'Quelle',
      canonicalUrl: 'Adresse',
      edition: 'Ausgabe',
      page: 'Seite',
      language: 'Sprache',
      correction: 'Berichtigung',
      copyright: 'Urheberrecht',
    },
    address: 'Adresse',
    saved: 'Aufgenommen',
    length: 'Länge',
    words: (words: string) => `${words} Wörter`,
    snapshots: 'Fassungen',
    folder: 'Ordner',
  },

  original: {
    title: 'Das Original, wie aufgenommen',
    sealed:
      'In einem versiegelten Rahmen gezeigt: Kein Skript läuft, nichts wird geladen, Links führen nirgendwohin. Was außerhalb der Seite lag, fehlt.',
    notShown: (path: string) =>
      `Dieses Original ist keine Seite, die sich hier zeigen lässt. Es liegt in der Bibliothek: ${path}`,
    frame: (headline: string) => `Original von „${headline}“`,
  },

  explain: {
    title: 'Wie das gelesen wurde',
    reading: 'Das Original wird noch einmal gelesen…',
    lead: (words: string, method: string, encoding: string) =>
      `${words} Wörter, gefunden ${readingMethods[method] ?? `durch ${method}`}, in ${encoding.toUpperCase()}.`,
    changed:
      'Der Artikel, wie er aufbewahrt ist, wurde von einem älteren Pressmark gelesen oder geändert. So würde er jetzt gelesen.',
    joined: (pages: number) => `Aus ${count(pages, 'Seite', 'Seiten')} der Website zusammengesetzt.`,
    fields: 'Woher jede Angabe kommt',
    leadImage: 'Aufmacherbild',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : ` (${detail})`} · zu ${confidence} sicher`,
    leftOut: 'Aus der Geschichte weggelassen',
    nothingLeftOut: 'Nichts. Alles, was auf der Seite steht, ist im Artikel.',
  },

  type: {
    title: 'Schrift und Farben',
    theme: 'Farben',
    themes: { system: 'System', paper: 'Papier', sepia: 'Sepia', dark: 'Dunkel' },
    size: 'Größe',
    smaller: 'Kleinere Schrift',
    larger: 'Größere Schrift',
    spacing: 'Zeilenabstand',
    tighter: 'Engere Zeilen',
    looser: 'Weitere Zeilen',
    measure: 'Zeilenlänge',
    measures: { narrow: 'Schmal', medium: 'Mittel', wide: 'Breit' },
    typeface: 'Schriftart',
    typefaces: { serif: 'Mit Serifen', sans: 'Ohne Serifen' },
    paragraphs: 'Absätze',
    paragraphChoices: { spaced: 'Mit Abstand', indented: 'Mit Einzug' },
    justified: 'Blocksatz',
    hyphenated: 'Silbentrennung',
    notHyphenated: (language: string) =>
      `Dieses System kann Wörter in der Sprache ${language} nicht trennen; sie bleiben ganz.`,
    languageUnknown: 'Die Sprache dieses Artikels ist nicht bekannt; seine Wörter bleiben ganz.',
  },

  tags: {
    title: (number: number) =>
      number === 1 ? 'Schlagwörter dieses Artikels' : `Schlagwörter von ${ofArticles(number)}`,
    placeholder: 'Schlagwort; politik/europa verschachtelt',
    make: (tag: string) => `Neues Schlagwort „${tag}“`,
    takeOff: 'entfernen',
    empty: 'Noch keine Schlagwörter. Tippen Sie eines und drücken Sie die Eingabetaste.',
  },

  bulk: {
    label: 'Ausgewählte Artikel',
    chosen: (number: number) => `${formatNumber(number)} ausgewählt`,
    clear: 'Nur einen auswählen',
  },

  acts: {
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht',
    nothingToUndo: 'Es gibt nichts rückgängig zu machen',
    favourited: (number: number) => done('Zu den Favoriten gelegt', number),
    unfavourited: (number: number) => done('Aus den Favoriten genommen', number),
    stateSet: {
      unread: (number: number) => done('Als ungelesen gekennzeichnet', number),
      reading: (number: number) => done('Als angefangen gekennzeichnet', number),
      archived: (number: number) => done('Archiviert', number),
    },
    trashed: (number: number) => done('In den Papierkorb gelegt', number),
    restored: (number: number) => done('Zurückgeholt', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1
        ? `Mit ${formatNames(tags)} verschlagwortet`
        : `${articles(number)} mit ${formatNames(tags)} verschlagwortet`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `${formatNames(tags)} entfernt` : `${formatNames(tags)} von ${ofArticles(number)} entfernt`,
    corrected: 'Richtiggestellt',
  },

  capture: {
    addTitle: 'In die Bibliothek aufnehmen',
    address: 'Adresse einer Seite',
    addressWrong: 'Das ist keine Webadresse.',
    pasteLabel: 'Oder einen Text einfügen',
    pasteHint: 'Überschrift in der ersten Zeile, dann die Geschichte',
    chooseFiles: 'Dateien auswählen…',
    add: 'Hinzufügen',
    dropHint:
      'Sie können Dateien, Ordner, Links oder Text auch überall im Fenster ablegen oder ohne diesen Dialog einfügen.',
    dropHere: 'Ablegen, um es in die Bibliothek aufzunehmen',
    dropKinds: 'Seiten, PDF, E-Mails, Bücher, Webarchive, ZIP, Text, ganze Ordner, Links',
    nothingToTake: 'In dem Abgelegten ist kein Artikel.',
    leftOut: (number: number) =>
      `${count(number, 'Datei', 'Dateien')} weggelassen, ${isOne(number) ? 'die kein Artikel ist' : 'die keine Artikel sind'}`,
    panel: 'Wird aufgenommen',
    progress: 'Bisher aufgenommen',
    beginning: 'Es geht los…',
    cancel: 'Anhalten',
    dismiss: 'Schließen',
    failures: 'Was nicht ging',
    retry: (number: number) =>
      number === 1 ? 'Noch einmal versuchen' : `Alle ${formatNumber(number)} noch einmal versuchen`,
    moreFailures: (number: number) => `und ${formatNumber(number)} weitere`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: 'Ihre Bibliothek beginnen',
    lead: 'Pressmark bewahrt Artikel für immer auf, in einem gewöhnlichen Ordner auf diesem Rechner. Fügen Sie einen hinzu: Er wird zum Lesen gesetzt und ist mit jedem Wort zu finden, das darin steht.',
    drop: 'Dateien ablegen',
    dropHint: 'Gespeicherte Seiten, PDF, EPUB, E-Mails, Text oder ein ganzer Ordner, irgendwo in diesem Fenster.',
    address: 'Eine Adresse eingeben',
    addressHint: 'Die Seite wird einmal geholt, mit ihren Bildern, und aufbewahrt.',
    paste: 'Einen Text einfügen',
    pasteHint: 'Aus einer Seite, einer E-Mail oder einem Dokument, mit',
    sampleHint: 'Nichts zur Hand?',
    sample: 'Einen Beispielartikel hinzufügen',
    removeSample: 'Dieses Beispiel entfernen',
  },

  opening: {
    title: 'Die Bibliothek wird geöffnet',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} von ${ofArticles(total)}`,
  },

  broken: {
    lost: 'Das Archiv von Pressmark antwortet nicht',
    lostHint:
      'Ihre Bibliothek liegt sicher auf dem Datenträger. Starten Sie Pressmark neu, oder versuchen Sie es noch einmal.',
    failed: 'Die Bibliothek ließ sich nicht öffnen',
    lostBanner: 'Das Archiv antwortet nicht mehr. Es wird versucht, es wieder zu erreichen…',
    readOnlyBanner:
      'Diese Bibliothek lässt sich lesen, aber nicht ändern: In ihren Ordner kann nicht geschrieben werden.',
  },

  palette: { title: 'Befehle', placeholder: 'Was möchten Sie tun?', empty: 'Keinen solchen Befehl gefunden' },
  keys: { title: 'Tasten' },
  keyNames: { ctrl: 'Strg', shift: 'Umschalt', alt: 'Alt', space: 'Leertaste', escape: 'Esc', enter: 'Eingabe' },

  actionGroups: { move: 'Bewegen', article: 'Artikel', window: 'Fenster', go: 'Gehen zu', theme: 'Farben' },

  actions: {
    ...readingActions,
    next: 'Nächster Artikel',
    previous: 'Voriger Artikel',
    extendDown: 'Auswahl nach unten erweitern',
    extendUp: 'Auswahl nach oben erweitern',
    first: 'Erster Artikel',
    last: 'Letzter Artikel',
    open: 'Öffnen',
    openInWindow: 'In neuem Fenster öffnen',
    newWindow: 'Neues Fenster',
    pageDown: 'Weiterblättern',
    pageUp: 'Zurückblättern',
    back: 'Zurück',
    selectAll: 'Alle auswählen',
    favourite: 'Favorit',
    archive: 'Archivieren oder wieder herausnehmen',
    unread: 'Als ungelesen kennzeichnen',
    tag: 'Schlagwort…',
    queue: 'Als Nächstes lesen, oder nicht mehr',
    queueFirst: 'Als Allernächstes lesen',
    readNext: 'Weiter mit dem, was als Nächstes kommt',
    collect: 'In eine Sammlung legen…',
    takeOut: 'Aus dieser Sammlung nehmen',
    moveUp: 'In Ihrer Reihenfolge nach oben',
    moveDown: 'In Ihrer Reihenfolge nach unten',
    newCollection: 'Neue Sammlung…',
    renameTag: 'Dieses Schlagwort umbenennen…',
    moveTag: 'Dieses Schlagwort unter ein anderes legen…',
    mergeTag: 'Dieses Schlagwort mit einem anderen vereinen…',
    removeTag: 'Dieses Schlagwort entfernen',
    rules: 'Regeln…',
    repair: 'Von Hand nachbessern',
    waiting: 'Wartende Adressen',
    watch: 'Beobachteter Ordner',
    bookmarklet: 'Aus dem Browser hinzufügen',
    copyLink: 'Link zu diesem Artikel kopieren',
    compactRows: 'Kompakte oder bequeme Zeilen',
    groupList: 'Liste mit oder ohne Überschriften',
    settings: 'Einstellungen',
    libraries: 'Bibliotheken: öffnen, anlegen oder verschieben',
    health: 'Speicher und Zustand der Bibliothek',
    goReadNext: 'Zu dem, was als Nächstes kommt',
    trash: 'In den Papierkorb',
    restore: 'Aus dem Papierkorb zurückholen',
    details: 'Angaben und Korrekturen',
    guesses: 'Prüfen, was aus dem Eingefügten gelesen wurde',
    explain: 'Wie das gelesen wurde',
    reread: 'Aus dem Original neu lesen',
    fetchPictures: 'Fehlende Bilder holen',
    original: 'Original, wie aufgenommen',
    openOutside: 'Originalseite öffnen',
    highlight: 'Markieren, oder einen Satz zum Markieren wählen',
    annotate: 'Notiz zur Auswahl oder zum Artikel',
    highlights: 'Markierungen in diesem Artikel',
    copyHighlights: 'Markierungen dieses Artikels als Markdown kopieren',
    saveHighlights: 'Alle Markierungen als Markdown speichern',
    undo: 'Rückgängig',
    search: 'Suchen',
    add: 'In die Bibliothek aufnehmen',
    messages: 'Zur letzten Meldung und zurück',
    palette: 'Befehle',
    keys: 'Liste der Tasten',
    queryHelp: 'Was Sie im Suchfeld eingeben können',
    saveSearch: 'Diese Suche merken',
    why: 'Warum wurde das gefunden',
    forgetRecent: 'Letzte Suchen löschen',
    toggleShelves: 'Regale zeigen oder ausblenden',
    toggleList: 'Liste zeigen oder ausblenden',
    toggleReader: 'Lesebereich zeigen oder ausblenden',
    larger: 'Größere Schrift',
    smaller: 'Kleinere Schrift',
    goUnread: 'Zu den ungelesenen',
    goReading: 'Zu den angefangenen',
    goFavourites: 'Zu den Favoriten',
    goArchive: 'Zum Archiv',
    goAll: 'Zu allen Artikeln',
    goTrash: 'Zum Papierkorb',
    goHighlights: 'Zu den Markierungen',
    themeSystem: 'Farben: wie das System',
    themePaper: 'Farben: Papier',
    themeSepia: 'Farben: Sepia',
    themeDark: 'Farben: Dunkel',
  },
};

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': 'danach, wo auf der Seite der Lauftext steht',
  readability: 'durch Readability',
  'json-ld': 'in den strukturierten Daten der Seite',
  'whole-page': 'durch Übernahme der ganzen Seite',
  'plain-text': 'nach der Form eines Nachrichtentextes',
  markdown: 'als Markdown',
  'pdf-layout': 'nach dem Satz der PDF-Datei',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1
      ? 'Wird aufgenommen…'
      : `${formatNumber(finished)} von ${formatNumber(job.total)} aufgenommen…`;
  }
  if (job.phase === 'cancelled') return `Angehalten nach ${formatNumber(finished)} von ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return 'Ließ sich nicht aufnehmen';
    if (job.waiting === 1) return 'Behalten, wird später geholt';
    if (job.duplicates === 1) return 'Schon in der Bibliothek';
    return job.snapshotsAdded === 1 ? 'Eine neuere Fassung wurde aufgenommen' : 'Aufgenommen';
  }
  if (job.failed === job.total) return `Keines von ${formatNumber(job.total)} ließ sich aufnehmen`;
  if (job.failed > 0) return `${formatNumber(job.failed)} von ${formatNumber(job.total)} ließen sich nicht aufnehmen`;
  if (job.waiting === job.total) return `${count(job.waiting, 'Adresse', 'Adressen')} behalten, um sie später zu holen`;
  return `${articles(job.added + job.snapshotsAdded)} aufgenommen`;
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? `${formatNumber(job.added)} neu` : '',
    job.snapshotsAdded > 0 ? count(job.snapshotsAdded, 'neuere Fassung', 'neuere Fassungen') : '',
    job.duplicates > 0 ? `${formatNumber(job.duplicates)} schon da` : '',
    job.waiting > 0 ? `${formatNumber(job.waiting)} werden später geholt` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
