import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { ExtractionWords } from '../en/extraction.ts';
import { formatNumber } from '../format.ts';

/** Lo que se dice de la lectura de las páginas: por qué regla algo quedó fuera, qué puede faltar. */
export const extraction: ExtractionWords = {
  leftOutBecause: (rule) => `Dejado fuera: ${rule}`,
  warning: said,
  rules: {
    hidden: 'oculto en la página',
    'sharing-buttons': 'botones para compartir',
    'related-stories': 'artículos relacionados',
    comments: 'comentarios',
    'newsletter-or-subscription-box': 'recuadro de boletín o suscripción',
    'cookie-or-consent-notice': 'aviso de cookies o consentimiento',
    advertisement: 'publicidad',
    navigation: 'navegación',
    'side-column': 'columna lateral',
    'column-beside-the-story': 'columna junto al artículo',
    footer: 'pie de página',
    tags: 'etiquetas',
    'about-the-author': 'sobre el autor',
    overlay: 'superpuesto a la página',
    'for-screen-readers-only': 'solo para lectores de pantalla',
    'player-or-slideshow-controls': 'controles de un reproductor o de una galería',
    'the-headline-again': 'otra vez el titular',
    'the-dek-again': 'otra vez la entradilla',
    'section-or-source-above-the-story': 'sección o fuente sobre el artículo',
    'byline-above-the-story': 'firma sobre el artículo',
    'date-above-the-story': 'fecha sobre el artículo',
    'address-above-the-story': 'dirección sobre el artículo',
    breadcrumb: 'ruta hasta la sección',
    'page-furniture': 'palabras propias de la página',
    'copyright-line': 'línea de derechos',
    'invitation-to-read-something-else': 'invitación a leer otra cosa',
    'list-of-links': 'lista de enlaces',
    'block-of-links': 'bloque de enlaces',
    'link-to-another-story': 'enlace a otro artículo',
    'teasers-for-other-stories': 'avances de otros artículos',
    'below-the-end-of-the-story': 'debajo del final del artículo',
    'closing-line-on-the-story-or-its-makers': 'línea final sobre el artículo o sus autores',
    'not-in-the-data-of-the-page': 'no figura en el artículo según los datos de la propia página',
    'note-kept-as-a-field': 'corrección o nota, conservada como campo',
    dateline: 'lugar y agencia antes de la primera frase',
    'date-line': 'línea de fecha',
    'second-byline': 'una segunda firma',
    'sign-off-of-a-wire': 'cierre de una agencia',
    'reporting-credit': 'crédito de colaboración',
    'length-in-words': 'longitud en palabras',
    hour: 'hora',
    'line-of-the-database': 'línea de la base de datos',
    'number-in-the-database': 'número en la base de datos',
    dek: 'la entradilla, conservada como campo',
    byline: 'firma',
    'names-and-date-below-the-headline': 'nombres y fecha bajo el titular',
    'above-the-headline': 'sobre el titular',
    'links-below-the-story': 'enlaces bajo el artículo',
    'heading-of-what-was-left-out': 'título de lo que se dejó fuera',
    'printed-by-the-browser-on-the-edge-of-the-page': 'impreso por el navegador en el margen de la página',
    'repeated-on-the-edge-of-the-pages': 'repetido en los márgenes de las páginas',
    'page-number': 'número de página',
    'written-sideways': 'escrito de lado',
  },
  namedRules: {
    element: (of) => `elemento de la página: ${of}`,
    role: (of) => `función en la página: ${of}`,
    'line-labelled': (of) => `línea con el rótulo ${of}`,
    'field-coded': (of) => `campo con el código ${of}`,
    'repeated-on-page': (of) => `otra vez en la página ${of}, como en una anterior`,
  },
};

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return 'Puede que el texto esté incompleto: los datos de la propia página contienen más.';
    case 'prose-left-out':
      return 'Puede que el texto esté incompleto: en medio de él se dejó fuera mucho texto.';
    case 'text-very-short':
      return 'El texto es muy corto: puede que la página oculte el resto.';
    case 'pages-unread':
      return `No se pudieron leer estas páginas: ${numbers(warning.pages)}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `El documento se leyó hasta la página ${formatNumber(warning.read)} de ${formatNumber(warning.pages)}.`;
    case 'pages-cut':
      return `Puede que el texto esté incompleto: el artículo se unió hasta la página ${formatNumber(warning.pages)} y continúa.`;
    case 'page-too-large':
      return `Puede que el texto esté incompleto: desde la página ${formatNumber(warning.page)} es demasiado grande para unirlo.`;
    case 'page-of-another-article':
      return `Puede que el texto esté incompleto: lo que el sitio dio como página ${formatNumber(warning.page)} es otro artículo.`;
    case 'page-missing':
      return `Puede que el texto esté incompleto: no se pudo obtener la página ${formatNumber(warning.page)}.`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join(', ');
}
