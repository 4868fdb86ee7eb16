import type { TakingIn } from '../en/taking-in.ts';
import { formatClock, formatMoment, formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of what comes in by itself. */
export const takingIn: TakingIn = {
  waiting: {
    title: 'Wartende Adressen',
    intro:
      'Diese konnten noch nicht geholt werden. Sie werden von selbst wieder versucht, sobald das Netz zurück ist sofort, und bleiben bis dahin hier.',
    empty: 'Keine Adresse wartet.',
    emptyDetail: 'Auch ohne Netz können Sie Adressen hinzufügen: Sie warten hier und werden später geholt.',
    list: 'Adressen, die warten',
    waiting: (number: number) => count(number, 'Adresse wartet', 'Adressen warten'),
    show: 'Zeigen',
    hide: 'Ausblenden',
    trying: 'Wird gerade geholt…',
    notTried: 'Noch nicht versucht.',
    nextToday: (moment: string) => `Nächster Versuch um ${formatClock(moment)}.`,
    next: (moment: string) => `Nächster Versuch am ${formatMoment(moment)}.`,
    notByItself: 'Wird nicht von selbst wieder versucht.',
    retry: 'Jetzt versuchen',
    retryOne: (address: string) => `${address} jetzt versuchen`,
    retryAll: 'Alle jetzt versuchen',
    remove: 'Entfernen',
    removeOne: (address: string) => `${address} entfernen`,
    removed: (number: number) => `${count(number, 'Adresse', 'Adressen')} entfernt`,
    more: (number: number) => `und ${formatNumber(number)} weitere`,
  },

  watch: {
    title: 'Beobachteter Ordner',
    intro:
      'Neue Dateien in diesem Ordner werden von selbst aufgenommen, jede einmal, sobald nichts mehr in sie schreibt. Die Dateien bleiben, wo sie sind.',
    notHere: 'Ein Fenster im Browser darf keine Ordner dieses Rechners nennen.',
    notHereDetail:
      'In der App lässt sich ein Ordner beobachten. Legen Sie hier Dateien oder ganze Ordner im Fenster ab.',
    folder: 'Ordner',
    folderHint: 'Der ganze Pfad',
    choose: 'Auswählen…',
    existing: 'Auch aufnehmen, was schon darin liegt',
    begin: 'Diesen Ordner beobachten',
    stop: 'Nicht mehr beobachten',
    goOn: 'Wieder beobachten',
    watching: (taken: number) =>
      taken === 0 ? 'Wird beobachtet.' : `Wird beobachtet. Bisher ${count(taken, 'Datei', 'Dateien')} aufgenommen.`,
    resting: 'Wird nicht beobachtet.',
    none: 'Kein Ordner wird beobachtet.',
    failures: 'Dateien, die sich nicht aufnehmen ließen',
    failuresNote: 'Sie werden wieder versucht, wenn sie sich ändern.',
    forget: 'Diese Liste leeren',
  },

  links: {
    title: 'Diese Seite hinzufügen?',
    detail: 'Ein Link bittet Pressmark, sie hinzuzufügen. Wenn Sie gerade keinem gefolgt sind, lehnen Sie ab.',
    add: 'Hinzufügen',
    bookmarklet: {
      title: 'Aus dem Browser hinzufügen',
      intro:
        'Ziehen Sie diesen Knopf zu den Lesezeichen Ihres Browsers. Dort gedrückt, gibt er die Seite, die Sie gerade ansehen, an Pressmark weiter.',
      name: 'Zu Pressmark',
      byHand: 'Oder legen Sie von Hand ein Lesezeichen an, mit dieser Adresse:',
      copy: 'Kopieren',
      copied: 'Kopiert.',
      refused: 'Der Browser behält seine Zwischenablage für sich. Wählen Sie den Text oben aus und kopieren Sie ihn.',
      inApp:
        'Nur die Adresse wird weitergegeben; Pressmark fragt Sie und holt die Seite selbst. Eine Seite, die eine Anmeldung verlangt, speichern Sie besser im Browser und legen sie hier ab.',
      inBrowser:
        'Nur die Adresse wird weitergegeben; Pressmark fragt Sie und holt die Seite selbst. Das geht, solange Pressmark unter dieser Adresse läuft: Starten Sie es mit einem festen Port.',
    },
    schemeTitle: 'Links zu Pressmark',
    schemes: [
      { link: 'pressmark://add?url=…', means: 'fragt, ob die Seite an dieser Adresse hinzugefügt werden soll' },
      { link: 'pressmark://search?q=…', means: 'durchsucht die Bibliothek' },
      {
        link: 'pressmark://open/…',
        means: 'öffnet einen Artikel; seinen Link kopiert „Link zu diesem Artikel kopieren“',
      },
    ],
    copied: 'Link kopiert',
    notCopied: 'Der Browser behält seine Zwischenablage für sich.',
  },
};
