import type { Managing } from '../en/managing.ts';
import { formatBytes, formatMoment, formatNumber } from '../format.ts';
import { count, ofArticles } from './count.ts';

/** What the window says of itself, of its libraries and of their health. */
export const managing: Managing = {
  manage: {
    title: 'Einstellungen und Bibliothek',
    pages: { settings: 'Einstellungen', libraries: 'Bibliotheken', health: 'Speicher und Zustand' },
    stop: 'Anhalten',
    switched: (name: string) => `„${name}“ ist geöffnet`,
    moved: (name: string, before: string) =>
      `„${name}“ ist an ihrem neuen Platz geöffnet. Der Ordner davor ist noch da; löschen Sie ihn selbst, wenn Sie sicher sind: ${before}`,
  },

  settings: {
    language: 'Sprache des Fensters',
    languageWhy: 'Artikel bleiben in ihrer eigenen Sprache. Eine Änderung gilt, sobald das Fenster neu geladen ist.',
    asSystem: 'Wie das System',
    reload: 'Fenster neu laden',
    theme: 'Farben',
    themeWhy: '„System“ wird dunkel, wenn Ihr Rechner es wird, damit die Seite nachts nicht blendet.',
    density: 'Zeilen der Liste',
    densityWhy: 'Kompakt zeigt doppelt so viele Artikel, ohne ihre ersten Worte und Schlagwörter.',
    grouped: 'Überschriften in Listen',
    groupedWhy: 'Listen nach Datum oder Quelle stehen unter Tagen oder Quellen.',
    on: 'An',
    off: 'Aus',
    notices: 'Melden, wenn lange Arbeit fertig ist',
    noticesWhy:
      'Eine Mitteilung des Systems, nur während Sie in einem anderen Programm arbeiten. Ein Klick führt zum Ergebnis.',
    afterwards: 'Nach dem Weglegen eines Artikels',
    afterwardsWhy: 'Wenn Sie den offenen Artikel archivieren oder wegwerfen, kann der nächste von selbst folgen.',
    afterwardsChoices: { next: 'Den nächsten öffnen', list: 'Zurück zur Liste' },
    type: 'Schrift, Größe und Zeilen des Textes',
    typeWhy:
      'Stellen Sie dort ein, wo Sie es sehen: Öffnen Sie einen Artikel und drücken Sie darüber „Schrift und Farben“, oder jederzeit + und −.',
    kept: 'Einstellungen bleiben auf diesem Rechner und kommen nie in die Bibliothek.',
  },

  libraries: {
    current: 'Jetzt geöffnet',
    show: 'Ordner zeigen',
    move: 'Verschieben…',
    others: 'Früher geöffnet',
    noOthers: 'Auf diesem Rechner wurde noch keine andere Bibliothek geöffnet.',
    open: 'Öffnen',
    openNamed: (name: string) => `${name} öffnen`,
    forget: 'Von dieser Liste nehmen',
    forgetNamed: (name: string) => `${name} von dieser Liste nehmen`,
    notThere: 'Gerade nicht da',
    another: 'Eine andere Bibliothek',
    openOther: 'Eine Bibliothek öffnen…',
    create: 'Eine neue anlegen…',
    choose: 'Auswählen…',
    path: 'Ganzer Pfad des Ordners',
    pathHint: 'So, wie Ihr Dateimanager ihn zeigt.',
    notOpened: (path: string) => `Die zuletzt geöffnete Bibliothek ließ sich nicht öffnen: ${path}`,
    purposes: {
      open: { title: 'Eine Bibliothek öffnen', act: 'Öffnen' },
      create: { title: 'Eine neue Bibliothek anlegen', act: 'Anlegen' },
      move: { title: 'Diese Bibliothek verschieben', act: 'Kopieren, vergleichen und wechseln' },
      backup: { title: 'Eine Sicherung machen', act: 'Kopieren und vergleichen' },
    },
    moveHint:
      'Alles wird kopiert und Byte für Byte verglichen, dann wird die Kopie geöffnet. Der jetzige Ordner bleibt.',
    copying: 'Wird kopiert und verglichen',
    inside: 'Dieser Ordner liegt in der geöffneten Bibliothek oder um sie herum.',
    openAlready: 'Diese Bibliothek ist geöffnet.',
    kinds: {
      library: 'Eine Bibliothek von Pressmark.',
      newer: 'Eine Bibliothek eines neueren Pressmark. Aktualisieren Sie die App, um sie zu öffnen.',
      damaged:
        'Eine Bibliothek, deren eigener Eintrag (library.json) fehlt oder beschädigt ist. Holen Sie ihn aus einer Sicherung zurück.',
      empty: 'Ein leerer Ordner.',
      new: 'Dieser Ordner wird angelegt.',
      'no-parent': 'Diesen Ordner gibt es nicht, und darüber auch keinen. Stimmt der Pfad?',
      'other-files': 'In diesem Ordner liegt anderes; er ist keine Bibliothek.',
      file: 'Das ist eine Datei; eine Bibliothek ist ein Ordner.',
      'not-writable':
        'Hier darf nichts geschrieben werden. Wählen Sie einen anderen Platz, oder ändern Sie die Rechte des Ordners.',
      unreadable: 'Dieser Platz ist nicht zu lesen.',
      relative: 'Geben Sie den ganzen Pfad ein, von Anfang an.',
    },
    readOnly: 'Sie lässt sich lesen, aber nicht ändern.',
  },

  health: {
    figures: 'Was darin ist',
    articles: 'Artikel',
    trashed: 'Im Papierkorb',
    snapshots: 'Fassungen',
    pictures: 'Bilder',
    words: 'Wörter',
    size: 'Platz auf dem Datenträger',
    total: (bytes: number) => `${formatBytes(bytes)} im Ordner der Bibliothek`,
    catalogue: (bytes: number) =>
      `Listen und Suche belegen ${formatBytes(bytes)} außerhalb davon; sie lassen sich neu machen.`,
    kinds: {
      articles: 'Saubere Artikel',
      originals: 'Originale',
      pictures: 'Bilder',
      journals: 'Was Sie getan haben',
      other: 'Sonstiges',
    },
    measuring: 'Jede Datei wird angesehen…',
    notMeasured: 'Der Ordner ließ sich nicht vermessen.',
    index: 'Suche',
    indexReady: 'Kennt jeden Artikel.',
    indexBuilding: (done: number, total: number) =>
      `Wird aufgebaut: ${formatNumber(done)} von ${ofArticles(total)}. Was schon da ist, wird gefunden.`,
    check: 'Prüfen',
    checkHint:
      'Liest jede Datei und vergleicht sie mit dem, was beim Aufbewahren festgehalten wurde. Nichts wird geändert.',
    never: 'Diese Bibliothek wurde auf diesem Rechner noch nicht geprüft.',
    sound: (when: string, files: number) =>
      `Alles ist in Ordnung. Geprüft am ${formatMoment(when)}: ${count(files, 'Datei ist, wie sie aufbewahrt wurde', 'Dateien sind, wie sie aufbewahrt wurden')}.`,
    unsound: (when: string, findings: number) =>
      `Geprüft am ${formatMoment(when)}: ${count(findings, 'Sache ist', 'Sachen sind')} anders als festgehalten.`,
    checkNow: 'Jetzt prüfen',
    checking: 'Wird geprüft',
    rebuild: 'Listen und Suche neu machen',
    rebuildHint: 'Allein aus dem Ordner. Nichts in der Bibliothek wird geändert oder geht verloren.',
    rebuilding: 'Listen und Suche werden neu gemacht',
    rebuilt: (number: number) => `Neu gemacht aus ${ofArticles(number)}`,
    backup: 'Eine Sicherung machen…',
    backupHint: 'Eine Kopie der ganzen Bibliothek in einem leeren Ordner, Byte für Byte verglichen.',
    backedUp: (path: string) => `Kopiert und verglichen: ${path}`,
    more: (number: number) => `und ${formatNumber(number)} weitere`,
    findings: {
      'missing-file': {
        title: 'Dateien fehlen',
        advice:
          'Holen Sie sie aus einer Sicherung oder von einem anderen Gerät zurück; was übrig ist, lässt sich weiter lesen.',
      },
      'changed-file': {
        title: 'Dateien wurden verändert',
        advice:
          'Etwas anderes als Pressmark hat in sie geschrieben, oder der Datenträger lässt nach. Holen Sie sie aus einer Sicherung zurück.',
      },
      'unknown-folder': {
        title: 'Dinge, die nicht von Pressmark sind',
        advice: 'Sie schaden nicht. Nehmen Sie sie aus dem Ordner der Bibliothek heraus.',
      },
      'journal-damaged': {
        title: 'Die Aufzeichnung dessen, was Sie getan haben, ist beschädigt',
        advice:
          'Zeilen, die nicht zu lesen sind, werden ausgelassen. Holen Sie die Aufzeichnung aus einer Sicherung oder von einem anderen Gerät zurück.',
      },
      'catalogue-differs': {
        title: 'Die Listen sind hinter dem Ordner zurück',
        advice: 'Machen Sie Listen und Suche neu; der Ordner hat recht.',
      },
      'index-differs': {
        title: 'Die Suche ist hinter dem Ordner zurück',
        advice: 'Machen Sie Listen und Suche neu.',
      },
      'half-written': {
        title: 'Etwas wurde nicht zu Ende gespeichert',
        advice: 'Ein Absturz hat es hinterlassen. Pressmark räumt es bei einem späteren Start weg.',
      },
    },
    unknownFinding: { title: 'Etwas anderes', advice: 'Aktualisieren Sie Pressmark und prüfen Sie noch einmal.' },
  },
};
