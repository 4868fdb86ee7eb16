import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { ExtractionWords } from '../en/extraction.ts';
import { formatNumber } from '../format.ts';

/** Was über das Lesen der Seiten gesagt wird: nach welcher Regel etwas wegblieb, was fehlen könnte. */
export const extraction: ExtractionWords = {
  leftOutBecause: (rule) => `Weggelassen: ${rule}`,
  warning: said,
  rules: {
    hidden: 'auf der Seite verborgen',
    'sharing-buttons': 'Knöpfe zum Teilen',
    'related-stories': 'verwandte Artikel',
    comments: 'Kommentare',
    'newsletter-or-subscription-box': 'Kasten für Newsletter oder Abonnement',
    'cookie-or-consent-notice': 'Hinweis auf Cookies oder Einwilligung',
    advertisement: 'Werbung',
    navigation: 'Navigation',
    'side-column': 'Randspalte',
    'column-beside-the-story': 'Spalte neben der Geschichte',
    footer: 'Fußzeile',
    tags: 'Schlagwörter',
    'about-the-author': 'über den Autor',
    overlay: 'über die Seite gelegt',
    'for-screen-readers-only': 'nur für Vorleseprogramme',
    'player-or-slideshow-controls': 'Bedienelemente eines Players oder einer Bilderschau',
    'the-headline-again': 'noch einmal die Überschrift',
    'the-dek-again': 'noch einmal die Unterzeile',
    'section-or-source-above-the-story': 'Ressort oder Quelle über der Geschichte',
    'byline-above-the-story': 'Autorenzeile über der Geschichte',
    'date-above-the-story': 'Datum über der Geschichte',
    'address-above-the-story': 'Adresse über der Geschichte',
    breadcrumb: 'Pfad zum Ressort',
    'page-furniture': 'Beiwerk der Seite',
    'copyright-line': 'Zeile mit Urheberrechten',
    'invitation-to-read-something-else': 'Einladung, etwas anderes zu lesen',
    'list-of-links': 'Liste von Links',
    'block-of-links': 'Block von Links',
    'link-to-another-story': 'Link zu einem anderen Artikel',
    'teasers-for-other-stories': 'Anreißer für andere Artikel',
    'below-the-end-of-the-story': 'unter dem Ende der Geschichte',
    'closing-line-on-the-story-or-its-makers': 'Schlusszeile über die Geschichte oder ihre Macher',
    'not-in-the-data-of-the-page': 'nicht in der Geschichte nach den eigenen Daten der Seite',
    'note-kept-as-a-field': 'Berichtigung oder Anmerkung, als Angabe behalten',
    dateline: 'Ort und Agentur vor dem ersten Satz',
    'date-line': 'Datumszeile',
    'second-byline': 'eine zweite Autorenzeile',
    'sign-off-of-a-wire': 'Schlusszeichen einer Agentur',
    'reporting-credit': 'Angabe der Mitarbeit',
    'length-in-words': 'Länge in Wörtern',
    hour: 'Uhrzeit',
    'line-of-the-database': 'Zeile der Datenbank',
    'number-in-the-database': 'Nummer in der Datenbank',
    dek: 'die Unterzeile, als Angabe behalten',
    byline: 'Autorenzeile',
    'names-and-date-below-the-headline': 'Namen und Datum unter der Überschrift',
    'above-the-headline': 'über der Überschrift',
    'links-below-the-story': 'Links unter der Geschichte',
    'heading-of-what-was-left-out': 'Überschrift von Weggelassenem',
    'printed-by-the-browser-on-the-edge-of-the-page': 'vom Browser auf den Seitenrand gedruckt',
    'repeated-on-the-edge-of-the-pages': 'auf den Seitenrändern wiederholt',
    'page-number': 'Seitenzahl',
    'written-sideways': 'quer geschrieben',
  },
  namedRules: {
    element: (of) => `Element der Seite: ${of}`,
    role: (of) => `Rolle auf der Seite: ${of}`,
    'line-labelled': (of) => `Zeile mit der Bezeichnung ${of}`,
    'field-coded': (of) => `Feld mit dem Code ${of}`,
    'repeated-on-page': (of) => `auf Seite ${of} noch einmal, wie auf einer Seite davor`,
  },
};

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return 'Der Text ist vielleicht unvollständig: Die eigenen Daten der Seite enthalten mehr.';
    case 'prose-left-out':
      return 'Der Text ist vielleicht unvollständig: Mitten darin wurde viel Text weggelassen.';
    case 'text-very-short':
      return 'Der Text ist sehr kurz: Die Seite verbirgt vielleicht den Rest.';
    case 'pages-unread':
      return `Diese Seiten konnten nicht gelesen werden: ${numbers(warning.pages)}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `Das Dokument wurde bis Seite ${formatNumber(warning.read)} von ${formatNumber(warning.pages)} gelesen.`;
    case 'pages-cut':
      return `Der Text ist vielleicht unvollständig: Der Artikel wurde bis Seite ${formatNumber(warning.pages)} zusammengefügt und geht weiter.`;
    case 'page-too-large':
      return `Der Text ist vielleicht unvollständig: Ab Seite ${formatNumber(warning.page)} ist er zu groß, um zusammengefügt zu werden.`;
    case 'page-of-another-article':
      return `Der Text ist vielleicht unvollständig: Was die Website als Seite ${formatNumber(warning.page)} gab, ist ein anderer Artikel.`;
    case 'page-missing':
      return `Der Text ist vielleicht unvollständig: Seite ${formatNumber(warning.page)} war nicht zu bekommen.`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join(', ');
}
