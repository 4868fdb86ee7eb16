import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/** What the reader is told when something did not work. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return 'Dort liegt die Bibliothek selbst. Wählen Sie einen anderen Ordner.';
      return 'Das ging mit diesen Angaben nicht.';
    case 'not-found':
      return 'Das ist nicht mehr in der Bibliothek.';
    case 'query-invalid':
      return 'Diese Suche war nicht zu verstehen.';
    case 'path-missing':
      return 'An dieser Stelle gibt es keine Datei und keinen Ordner mehr.';
    case 'unreadable-file':
      if (details['locked'] === true)
        return 'Diese PDF-Datei ist mit einem Kennwort gesperrt. Speichern Sie sie ohne Kennwort und nehmen Sie sie noch einmal auf.';
      if (details['damaged'] === true) return 'Diese PDF-Datei ist beschädigt: Keine ihrer Seiten ist zu lesen.';
      return 'Die Datei ließ sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen.';
    case 'empty-input':
      return 'Darin steht nichts.';
    case 'binary-input':
      return 'Das ist kein Text und keine Seite, sondern etwas anderes.';
    case 'unsupported-kind':
      return 'Dateien dieser Art kann Pressmark noch nicht aufnehmen. Es geht mit Webseiten, E-Mails, PDF, EPUB-Büchern, Webarchiven, ZIP-Dateien mit all dem, Markdown und reinem Text.';
    case 'broken-charset':
      return 'Die Zeichen sind beschädigt, sodass der Text nicht zu lesen ist.';
    case 'too-large':
      return 'Das ist größer, als Pressmark aufnimmt.';
    case 'no-article':
      if (details['scanned'] === true)
        return 'Darin sind Bilder von Seiten und kein Text. Lassen Sie zuerst eine Texterkennung (OCR) darüber laufen.';
      return 'Darin war kein Artikel zu finden.';
    case 'extract-timeout':
      return 'Das Lesen hat zu lange gedauert und wurde abgebrochen.';
    case 'extract-memory':
      return 'Das Lesen hätte mehr Speicher gebraucht, als da ist.';
    case 'address-invalid':
      return 'Das ist keine Webadresse.';
    case 'address-refused':
      return 'Diese Adresse liegt auf Ihrem eigenen Rechner oder in Ihrem Netz; von dort holt Pressmark nichts.';
    case 'address-unreachable':
      return 'Die Website war nicht zu erreichen. Prüfen Sie die Adresse und Ihre Verbindung.';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return 'Die Website schickt die Anfrage im Kreis.';
    case 'address-type':
      return 'An dieser Adresse liegt keine Seite, sondern eine Datei anderer Art.';
    case 'address-timeout':
      return 'Die Website hat nicht rechtzeitig geantwortet.';
    case 'library-missing':
      return 'Der Ordner der Bibliothek ist weg. Wurde er verschoben, oder ist sein Datenträger nicht angeschlossen?';
    case 'library-read-only':
      return 'In den Ordner der Bibliothek kann nicht geschrieben werden; es wurde nichts geändert.';
    case 'library-newer':
      return 'Diese Bibliothek stammt von einem neueren Pressmark. Aktualisieren Sie die App, um sie zu öffnen.';
    case 'library-damaged':
      return 'Ein Teil der Bibliothek ist beschädigt. „pressmark verify“ sagt, welcher.';
    case 'library-busy':
      return 'Die Bibliothek ist mit etwas anderem beschäftigt. Versuchen Sie es gleich noch einmal.';
    case 'folder-unfit':
      return 'Dieser Ordner kann keine Bibliothek aufnehmen. Wählen Sie einen leeren oder einen neuen.';
    case 'disk-full':
      return 'Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.';
    case 'cancelled':
      return 'Angehalten, bevor es fertig war.';
    case 'disconnected':
      return 'Das Archiv antwortet gerade nicht.';
    case 'internal':
      return 'In Pressmark ist etwas schiefgegangen. Von dem, was Sie hatten, ist nichts verloren.';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `Die Website lässt Pressmark diese Seite nicht lesen (${String(status)}). Speichern Sie sie im Browser und legen Sie die Datei hier ab.`;
    case 404:
    case 410:
      return `An dieser Adresse gibt es keine Seite mehr (${String(status)}).`;
    case 429:
      return 'Die Website möchte eine Weile in Ruhe gelassen werden (429). Versuchen Sie es später noch einmal.';
    default:
      return status === undefined
        ? 'Die Website hat mit einem Fehler geantwortet.'
        : `Die Website hat mit einem Fehler geantwortet (${String(status)}).`;
  }
}
