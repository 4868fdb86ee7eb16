import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/** What the reader is told when something did not work. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return 'Ahí está la propia biblioteca. Elija otra carpeta.';
      return 'No se pudo hacer con lo que se dio.';
    case 'not-found':
      return 'Ya no está en la biblioteca.';
    case 'query-invalid':
      return 'No se pudo leer esta búsqueda.';
    case 'path-missing':
      return 'Ya no hay ningún archivo ni carpeta en este lugar.';
    case 'unreadable-file':
      if (details['locked'] === true)
        return 'Este PDF está protegido con contraseña. Guárdelo sin ella y vuelva a añadirlo.';
      if (details['damaged'] === true) return 'Este PDF está dañado: no se puede leer ninguna de sus páginas.';
      return 'No se pudo abrir el archivo. Compruebe que tiene permiso para leerlo.';
    case 'empty-input':
      return 'No contiene nada.';
    case 'binary-input':
      return 'No es un texto ni una página, sino datos de otra clase.';
    case 'unsupported-kind':
      return 'Todavía no se pueden añadir archivos de esta clase. Sí se pueden páginas web, correos, PDF, libros EPUB, archivos web, zip de todo ello, Markdown y texto sin formato.';
    case 'broken-charset':
      return 'Sus caracteres están dañados, así que el texto no se puede leer.';
    case 'too-large':
      return 'Es más grande de lo que Pressmark admite.';
    case 'no-article':
      if (details['scanned'] === true)
        return 'Contiene imágenes de páginas y ningún texto. Pásele antes un reconocimiento de texto (OCR).';
      return 'No se encontró ningún artículo.';
    case 'extract-timeout':
      return 'Leerlo llevaba demasiado tiempo, así que se abandonó.';
    case 'extract-memory':
      return 'Leerlo necesitaba más memoria de la que hay.';
    case 'address-invalid':
      return 'No es una dirección web.';
    case 'address-refused':
      return 'Esta dirección está en su propio equipo o red; Pressmark no busca nada ahí.';
    case 'address-unreachable':
      return 'No se pudo llegar al sitio. Compruebe la dirección y su conexión.';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return 'El sitio hace dar vueltas a la petición.';
    case 'address-type':
      return 'En esta dirección no hay una página, sino un archivo de otra clase.';
    case 'address-timeout':
      return 'El sitio no respondió a tiempo.';
    case 'library-missing':
      return 'La carpeta de la biblioteca ha desaparecido. ¿Se ha movido, o su disco no está conectado?';
    case 'library-read-only':
      return 'No se puede escribir en la carpeta de la biblioteca; no se ha cambiado nada.';
    case 'library-newer':
      return 'Esta biblioteca es de un Pressmark más nuevo. Actualice la aplicación para abrirla.';
    case 'library-damaged':
      return 'Una parte de la biblioteca está dañada. «pressmark verify» dice cuál.';
    case 'library-busy':
      return 'La biblioteca está ocupada con otra cosa. Inténtelo de nuevo en un momento.';
    case 'folder-unfit':
      return 'Esta carpeta no puede recibir una biblioteca. Elija una vacía o una nueva.';
    case 'disk-full':
      return 'El disco está lleno. Haga sitio e inténtelo de nuevo.';
    case 'cancelled':
      return 'Se detuvo antes de terminar.';
    case 'disconnected':
      return 'El archivo no responde en este momento.';
    case 'internal':
      return 'Algo salió mal dentro de Pressmark. No se ha perdido nada de lo que tenía.';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `El sitio no deja que Pressmark lea esta página (${String(status)}). Guárdela desde su navegador y suelte el archivo aquí.`;
    case 404:
    case 410:
      return `Ya no hay ninguna página en esta dirección (${String(status)}).`;
    case 429:
      return 'El sitio pide que lo dejen en paz un rato (429). Inténtelo más tarde.';
    default:
      return status === undefined
        ? 'El sitio respondió con un error.'
        : `El sitio respondió con un error (${String(status)}).`;
  }
}
