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

/** "Archivado" for one, "3 artículos archivados" for more: what a message about an act speaks of. */
function done(one: string, many: string, number: number): string {
  return number === 1 ? one : `${articles(number)} ${many}`;
}

/** Every sentence of the window in Spanish. */
export const spanish: Dictionary = {
  appName: 'Pressmark',

  top: {
    add: 'Añadir',
    menu: 'Menú',
    showShelves: 'Mostrar los estantes',
    hideShelves: 'Ocultar los estantes',
  },

  panes: {
    shelvesEdge: 'Ancho de los estantes',
    listEdge: 'Ancho de la lista',
  },

  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: 'Cerrar', cancel: 'Cancelar' },
  toasts: { label: 'Mensajes', close: 'Cerrar el mensaje' },

  shelves: {
    label: 'Estantes',
    saved: 'Búsquedas guardadas',
    tags: 'Etiquetas',
    sources: 'Fuentes',
    names: {
      unread: 'Sin leer',
      reading: 'Empezados',
      readNext: 'A continuación',
      favourites: 'Favoritos',
      archive: 'Archivo',
      all: 'Todos los artículos',
      highlights: 'Pasajes marcados',
      trash: 'Papelera',
    },
    articles: (number: number) => (isOne(number) ? 'artículo' : 'artículos'),
    allSources: (number: number) => `Las ${formatNumber(number)} fuentes`,
    fewerSources: 'Menos fuentes',
  },

  list: {
    pane: 'Lista',
    label: 'Artículos',
    unread: 'Sin leer',
    favourite: 'Favorito',
    readSoFar: (share: string) => `${share} leído`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    sortAndLook: 'Orden y aspecto',
    grouped: 'Con títulos',
    rows: 'Filas',
    densities: { comfortable: 'Amplias', compact: 'Compactas' },
    noDate: 'Sin fecha conocida',
    noSource: 'Sin fuente conocida',
    sort: 'Ordenar',
    sorts: {
      relevance: 'Primero lo más pertinente',
      saved: 'Primero lo último añadido',
      published: 'Primero lo más reciente',
      source: 'Por fuente',
      own: 'En su orden',
      title: 'Por titular',
      length: 'Primero lo más largo',
    },
    failed: 'No se pudo leer la lista',
    retry: 'Intentar de nuevo',
  },

  emptyShelves: {
    unread: { title: 'No queda nada por leer', hint: 'Lo que añada llega primero aquí.' },
    reading: {
      title: 'Nada empezado',
      hint: 'Los artículos que ha empezado y no ha archivado se quedan aquí, en la línea donde los dejó.',
    },
    readNext: {
      title: 'Nada para leer a continuación',
      hint: 'Pulse Q en un artículo para ponerlo en fila aquí, Mayús+Q para ponerlo el primero.',
    },
    collection: {
      title: 'Aún no hay nada en esta colección',
      hint: 'Pulse C en un artículo para ponerlo aquí, o arrástrelo.',
    },
    all: { title: 'Ningún artículo', hint: 'Suelte una página en la ventana, o pegue un texto o una dirección.' },
    favourites: { title: 'Aún no hay favoritos', hint: 'Pulse S en un artículo para tenerlo a la vista.' },
    archive: {
      title: 'El archivo está vacío',
      hint: 'Pulse E en un artículo para guardarlo aquí. Se sigue encontrando al buscar.',
    },
    highlights: {
      title: 'Aún no hay pasajes marcados',
      hint: 'Seleccione palabras en un artículo, o pulse H mientras lee.',
    },
    trash: { title: 'La papelera está vacía', hint: 'Lo que tire espera aquí y se puede recuperar.' },
    tag: { title: 'Nada bajo esta etiqueta', hint: 'Pulse T en un artículo para ponerle una.' },
    source: { title: 'Nada de esta fuente', hint: 'Lo que publique y usted añada llega aquí.' },
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
    pane: 'Lectura',
    bar: 'Artículo',
    back: 'Volver a la lista',
    favourite: 'Añadir a favoritos',
    unfavourite: 'Quitar de favoritos',
    tag: 'Etiqueta…',
    tags: 'Etiquetas',
    addTag: 'Añadir etiqueta',
    removeTag: (tag: string) => `Quitar la etiqueta ${tag}`,
    archive: 'Archivar',
    unarchive: 'Sacar del archivo',
    unread: 'Marcar como no leído',
    trash: 'Mover a la papelera',
    restore: 'Recuperar',
    more: 'Más',
    openOutside: 'Abrir la página original',
    opensOutside: 'se abre fuera de Pressmark',
    copyAddress: 'Copiar la dirección',
    addressCopied: 'Dirección copiada',
    addressNotCopied: 'No se pudo copiar la dirección',
    details: 'Detalles…',
    correct: 'Detalles y correcciones…',
    explain: 'Cómo se leyó esto…',
    original: 'Original, tal como se tomó…',
    repair: 'Reparar a mano…',
    progress: 'Leído hasta ahora',
    by: 'Por',
    updated: (moment: string) => `Actualizado el ${moment}`,
    page: (page: string) => `Página ${page}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    minutesLeft: (minutes: number) => `quedan ${formatNumber(minutes)} min`,
    correction: 'Corrección',
    next: 'Artículo siguiente',
    nothingOpen: 'Nada abierto',
    nothingOpenHint: { before: 'Elija un artículo. ', between: 'recorren la lista,', after: 'abre.' },
    gone: 'Este artículo ya no está aquí',
    goneHint: 'Puede que se haya quitado de la carpeta de la biblioteca.',
    failed: 'No se pudo abrir el artículo',
  },

  highlights: {
    title: 'Pasajes marcados',
    bar: 'Marcar la selección',
    note: 'Añadir una nota…',
    noteLabel: 'Nota',
    notePlaceholder: '¿Qué le parece?',
    articleNote: 'Nota sobre este artículo',
    articleNotePlaceholder: 'Una nota sobre todo el artículo…',
    colour: 'Color',
    colours: { yellow: 'Amarillo', green: 'Verde', blue: 'Azul', pink: 'Rosa', underline: 'Subrayado' },
    tags: 'Etiquetas de este pasaje',
    addTag: 'Añadir etiqueta',
    copy: 'Copiar el texto',
    copied: 'Copiado',
    notCopied: 'No se pudo copiar',
    saved: 'Guardado en un archivo',
    remove: 'Quitar la marca',
    one: 'Pasaje marcado',
    panel: 'Pasajes marcados de este artículo',
    panelCount: (number: number) =>
      number === 0 ? 'Pasajes marcados de este artículo' : `Pasajes marcados de este artículo: ${formatNumber(number)}`,
    close: 'Cerrar los pasajes',
    open: (quote: string) => `Pasaje: ${quote}`,
    none: 'Seleccione palabras para marcarlas. Con el teclado: H elige una oración, las flechas la mueven, H la marca.',
    orphans: 'Ya no están en el texto',
    orphansHint: 'El artículo se tomó de nuevo, y estas palabras ya no están en él.',
    copyMarkdown: 'Copiar como Markdown',
    saveMarkdown: 'Guardar como Markdown…',
    nothingToCopy: 'Aquí aún no hay pasajes marcados',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Pasajes de Pressmark.md',
    moving: (words: string) => `Seleccionado: ${words}`,
    tooLong: 'Es demasiado para marcarlo de una vez.',
    list: 'Pasajes marcados de todos los artículos',
    filter: 'Filtrar los pasajes',
    filterPlaceholder: 'Palabras de pasajes, notas y etiquetas',
    narrow: 'Acotar los pasajes',
    withNotes: 'Con nota',
    noneFound: 'Ningún pasaje es así',
    noneFoundHint:
      'Todas las palabras deben aparecer en el pasaje, su nota, sus etiquetas o el titular de su artículo.',
    clearFilter: 'Mostrar todos',
    export: 'Exportar',
    order: 'Orden',
    orders: { made: 'Primero los últimos marcados', article: 'Artículo por artículo' },
    onArticle: 'Sobre el artículo',
    acts: {
      added: 'Marcado',
      changed: 'Marca cambiada',
      removed: 'Marca quitada',
      annotated: 'Nota guardada',
    },
  },

  guesses: { title: 'Leído de lo que pegó. ¿Es correcto?', right: 'Correcto' },

  correct: {
    title: '¿Es correcto?',
    all: 'Detalles y correcciones',
    unsure: 'Pressmark no está seguro. Pulse para corregirlo.',
    save: 'Guardar',
    notFound: 'No se encontró en lo que se tomó',
    authorsHint: 'Nombres, separados por comas',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}, seguro al ${formatPercent(confidence)}`,
    origins: {
      'json-ld': 'De los datos de la propia página',
      meta: 'De los datos de la propia página',
      microdata: 'De los datos de la propia página',
      markup: 'De la disposición de la página',
      text: 'Leído en el texto',
      address: 'Leído en la dirección',
      file: 'Del archivo',
      'front-matter': 'De la cabecera del archivo',
      detected: 'Deducido por Pressmark',
      reader: 'Puesto por usted',
    },
    fields: {
      section: 'Sección',
      kicker: 'Antetítulo',
      headline: 'Titular',
      dek: 'Entradilla',
      authors: 'Autores',
      byline: 'Firma tal como se imprimió',
      agency: 'Agencia',
      dateline: 'Lugar',
      publishedAt: 'Publicado',
      updatedAt: 'Actualizado',
      source: 'Fuente',
      canonicalUrl: 'Dirección',
      edition: 'Edición',
      page: 'Página',
      language: 'Idioma',
      correction: 'Corrección',
      copyright: 'Derechos',
    },
    address: 'Dirección',
    saved: 'Añadido',
    length: 'Extensión',
    words: (words: string) => `${words} palabras`,
    snapshots: 'Versiones',
    folder: 'Carpeta',
  },

  original: {
    title: 'El original, tal como se tomó',
    sealed:
      'Se muestra en un marco sellado: no corre ningún script, no se carga nada, los enlaces no llevan a ninguna parte. Lo que estaba fuera de la página falta.',
    notShown: (path: string) =>
      `Este original no es una página que se pueda mostrar aquí. Está en la biblioteca: ${path}`,
    frame: (headline: string) => `Original de «${headline}»`,
  },

  explain: {
    title: 'Cómo se leyó esto',
    reading: 'Leyendo el original una vez más…',
    lead: (words: string, method: string, encoding: string) =>
      `${words} palabras, encontradas ${readingMethods[method] ?? `por ${method}`}, en ${encoding.toUpperCase()}.`,
    changed: 'El artículo guardado lo leyó un Pressmark más antiguo, o se cambió. Así se leería ahora.',
    joined: (pages: number) => `Unido a partir de ${count(pages, 'página', 'páginas')} del sitio.`,
    fields: 'De dónde viene cada campo',
    leadImage: 'Imagen principal',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : ` (${detail})`} · seguro al ${confidence}`,
    leftOut: 'Dejado fuera del artículo',
    nothingLeftOut: 'Nada. Todo lo que hay en la página está en el artículo.',
  },

  type: {
    title: 'Letra y tema',
    theme: 'Tema',
    themes: { system: 'Sistema', paper: 'Papel', sepia: 'Sepia', dark: 'Oscuro' },
    size: 'Tamaño',
    smaller: 'Letra más pequeña',
    larger: 'Letra más grande',
    spacing: 'Interlineado',
    tighter: 'Líneas más juntas',
    looser: 'Líneas más separadas',
    measure: 'Largo de línea',
    measures: { narrow: 'Estrecho', medium: 'Medio', wide: 'Ancho' },
    typeface: 'Tipo de letra',
    typefaces: { serif: 'Con remates', sans: 'Sin remates' },
    paragraphs: 'Párrafos',
    paragraphChoices: { spaced: 'Separados', indented: 'Con sangría' },
    justified: 'Texto justificado',
    hyphenated: 'División de palabras',
    notHyphenated: (language: string) => `Este sistema no sabe dividir palabras (${language}), así que quedan enteras.`,
    languageUnknown: 'El idioma de este artículo no se conoce, así que sus palabras quedan enteras.',
  },

  tags: {
    title: (number: number) => (number === 1 ? 'Etiquetas de este artículo' : `Etiquetas de ${articles(number)}`),
    placeholder: 'Etiqueta; política/europa se anida',
    make: (tag: string) => `Nueva etiqueta «${tag}»`,
    takeOff: 'quitar',
    empty: 'Aún no hay etiquetas. Escriba una y pulse Intro.',
  },

  bulk: {
    label: 'Artículos elegidos',
    chosen: (number: number) => count(number, 'elegido', 'elegidos'),
    clear: 'Elegir solo uno',
  },

  acts: {
    undo: 'Deshacer',
    undone: 'Deshecho',
    nothingToUndo: 'No hay nada que deshacer',
    favourited: (number: number) => done('Añadido a favoritos', 'añadidos a favoritos', number),
    unfavourited: (number: number) => done('Quitado de favoritos', 'quitados de favoritos', number),
    stateSet: {
      unread: (number: number) => done('Marcado como no leído', 'marcados como no leídos', number),
      reading: (number: number) => done('Marcado como empezado', 'marcados como empezados', number),
      archived: (number: number) => done('Archivado', 'archivados', number),
    },
    trashed: (number: number) => done('Movido a la papelera', 'movidos a la papelera', number),
    restored: (number: number) => done('Recuperado', 'recuperados', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Etiquetado: ${formatNames(tags)}` : `${articles(number)} con la etiqueta ${formatNames(tags)}`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Etiqueta quitada: ${formatNames(tags)}` : `${formatNames(tags)} quitada de ${articles(number)}`,
    corrected: 'Corregido',
  },

  capture: {
    addTitle: 'Añadir a la biblioteca',
    address: 'Dirección de una página',
    addressWrong: 'No es una dirección web.',
    pasteLabel: 'O pegue un texto',
    pasteHint: 'El titular en la primera línea, luego el artículo',
    chooseFiles: 'Elegir archivos…',
    add: 'Añadir',
    dropHint:
      'También puede soltar archivos, carpetas, enlaces o texto en cualquier parte de la ventana, o pegar sin abrir esto.',
    dropHere: 'Suelte para añadir a la biblioteca',
    dropKinds: 'Páginas, PDF, correos, libros, archivos web, zip, texto, carpetas enteras, enlaces',
    nothingToTake: 'No hay ningún artículo en lo que se soltó.',
    leftOut: (number: number) =>
      count(number, 'archivo dejado fuera, que no es un artículo', 'archivos dejados fuera, que no son artículos'),
    panel: 'Añadiendo',
    progress: 'Añadido hasta ahora',
    beginning: 'Empezando…',
    cancel: 'Detener',
    dismiss: 'Cerrar',
    failures: 'Lo que falló',
    retry: (number: number) => (number === 1 ? 'Intentar de nuevo' : `Intentar de nuevo los ${formatNumber(number)}`),
    moreFailures: (number: number) => `y ${formatNumber(number)} más`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: 'Empiece su biblioteca',
    lead: 'Pressmark guarda artículos para siempre, en una carpeta corriente de este equipo. Añada uno: queda compuesto para leer y se encuentra por cualquiera de sus palabras.',
    drop: 'Soltar archivos',
    dropHint: 'Páginas guardadas, PDF, EPUB, correos, texto o una carpeta entera, en cualquier parte de esta ventana.',
    address: 'Escribir una dirección',
    addressHint: 'La página se trae una vez, con sus imágenes, y se guarda.',
    paste: 'Pegar un texto',
    pasteHint: 'De una página, un correo o un documento, con',
    sampleHint: '¿Nada a mano?',
    sample: 'Añadir un artículo de ejemplo',
    removeSample: 'Quitar este ejemplo',
  },

  opening: {
    title: 'Abriendo la biblioteca',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} de ${articles(total)}`,
  },

  broken: {
    lost: 'El archivo de Pressmark no responde',
    lostHint: 'Su biblioteca está a salvo en el disco. Vuelva a abrir Pressmark, o inténtelo una vez más.',
    failed: 'No se pudo abrir la biblioteca',
    lostBanner: 'El archivo ha dejado de responder. Intentando llegar a él de nuevo…',
    readOnlyBanner: 'Esta biblioteca se puede leer pero no cambiar: no se puede escribir en su carpeta.',
  },

  palette: { title: 'Órdenes', placeholder: '¿Qué quiere hacer?', empty: 'No hay ninguna orden así' },
  keys: { title: 'Teclas' },
  keyNames: { ctrl: 'Ctrl', shift: 'Mayús', alt: 'Alt', space: 'Espacio', escape: 'Esc', enter: 'Intro' },

  actionGroups: { move: 'Moverse', article: 'Artículo', window: 'Ventana', go: 'Ir a', theme: 'Tema' },

  actions: {
    ...readingActions,
    next: 'Artículo siguiente',
    previous: 'Artículo anterior',
    extendDown: 'Ampliar la elección hacia abajo',
    extendUp: 'Ampliar la elección hacia arriba',
    first: 'Primer artículo',
    last: 'Último artículo',
    open: 'Abrir',
    openInWindow: 'Abrir en una ventana nueva',
    newWindow: 'Ventana nueva',
    pageDown: 'Avanzar página',
    pageUp: 'Retroceder página',
    back: 'Volver',
    selectAll: 'Elegir todos',
    favourite: 'Favorito',
    archive: 'Archivar, o volver a sacar',
    unread: 'Marcar como no leído',
    tag: 'Etiqueta…',
    queue: 'Leer a continuación, o ya no',
    queueFirst: 'Leer lo primero',
    readNext: 'Seguir con lo siguiente',
    collect: 'Poner en una colección…',
    takeOut: 'Sacar de esta colección',
    moveUp: 'Subir en su orden',
    moveDown: 'Bajar en su orden',
    newCollection: 'Nueva colección…',
    renameTag: 'Cambiar el nombre de esta etiqueta…',
    moveTag: 'Poner esta etiqueta debajo de otra…',
    mergeTag: 'Unir esta etiqueta con otra…',
    removeTag: 'Quitar esta etiqueta',
    rules: 'Reglas…',
    repair: 'Reparar a mano',
    waiting: 'Direcciones en espera',
    watch: 'Carpeta vigilada',
    bookmarklet: 'Añadir desde el navegador',
    copyLink: 'Copiar un enlace a este artículo',
    compactRows: 'Filas compactas o amplias',
    groupList: 'Lista con títulos o sin ellos',
    settings: 'Ajustes',
    libraries: 'Bibliotecas: abrir, crear o mover',
    health: 'Espacio y salud de la biblioteca',
    goReadNext: 'Ir a lo siguiente',
    trash: 'Mover a la papelera',
    restore: 'Recuperar de la papelera',
    details: 'Detalles y correcciones',
    guesses: 'Revisar lo leído de un texto pegado',
    explain: 'Cómo se leyó esto',
    reread: 'Leer de nuevo del original',
    fetchPictures: 'Traer las imágenes que faltan',
    original: 'Original, tal como se tomó',
    openOutside: 'Abrir la página original',
    highlight: 'Marcar, o elegir una oración para marcarla',
    annotate: 'Nota sobre la selección o el artículo',
    highlights: 'Pasajes marcados de este artículo',
    copyHighlights: 'Copiar los pasajes de este artículo como Markdown',
    saveHighlights: 'Guardar todos los pasajes como Markdown',
    undo: 'Deshacer',
    search: 'Buscar',
    add: 'Añadir a la biblioteca',
    messages: 'Ir al último mensaje y volver',
    palette: 'Órdenes',
    keys: 'Lista de teclas',
    queryHelp: 'Lo que puede escribir en el campo de búsqueda',
    saveSearch: 'Guardar esta búsqueda',
    why: 'Por qué se encontró esto',
    forgetRecent: 'Borrar las búsquedas recientes',
    toggleShelves: 'Mostrar u ocultar los estantes',
    toggleList: 'Mostrar u ocultar la lista',
    toggleReader: 'Mostrar u ocultar la lectura',
    larger: 'Letra más grande',
    smaller: 'Letra más pequeña',
    goUnread: 'Ir a los no leídos',
    goReading: 'Ir a los empezados',
    goFavourites: 'Ir a los favoritos',
    goArchive: 'Ir al archivo',
    goAll: 'Ir a todos los artículos',
    goTrash: 'Ir a la papelera',
    goHighlights: 'Ir a los pasajes marcados',
    themeSystem: 'Tema: como el sistema',
    themePaper: 'Tema: papel',
    themeSepia: 'Tema: sepia',
    themeDark: 'Tema: oscuro',
  },
};

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': 'por dónde está la prosa en la página',
  readability: 'por Readability',
  'json-ld': 'en los datos estructurados de la página',
  'whole-page': 'tomando la página entera',
  'plain-text': 'por la forma de un texto de prensa',
  markdown: 'como Markdown',
  'pdf-layout': 'por la disposición del PDF',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1 ? 'Añadiendo…' : `Añadiendo ${formatNumber(finished)} de ${formatNumber(job.total)}`;
  }
  if (job.phase === 'cancelled') return `Detenido tras ${formatNumber(finished)} de ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return 'No se pudo añadir';
    if (job.waiting === 1) return 'Guardada, para traerla más tarde';
    if (job.duplicates === 1) return 'Ya está en la biblioteca';
    return job.snapshotsAdded === 1 ? 'Se añadió una versión más nueva' : 'Añadido';
  }
  if (job.failed === job.total) return `No se pudo añadir ninguno de ${formatNumber(job.total)}`;
  if (job.failed > 0) return `No se pudieron añadir ${formatNumber(job.failed)} de ${formatNumber(job.total)}`;
  if (job.waiting === job.total)
    return count(
      job.waiting,
      'dirección guardada para traerla más tarde',
      'direcciones guardadas para traerlas más tarde',
    );
  return count(job.added + job.snapshotsAdded, 'artículo añadido', 'artículos añadidos');
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? count(job.added, 'nuevo', 'nuevos') : '',
    job.snapshotsAdded > 0 ? count(job.snapshotsAdded, 'versión más nueva', 'versiones más nuevas') : '',
    job.duplicates > 0 ? `${formatNumber(job.duplicates)} ya estaban` : '',
    job.waiting > 0 ? `${formatNumber(job.waiting)} se traerán más tarde` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
