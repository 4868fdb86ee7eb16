import type { Managing } from '../en/managing.ts';
import { formatBytes, formatMoment, formatNumber } from '../format.ts';
import { articles, count } from './count.ts';

/** What the window says of itself, of its libraries and of their health. */
export const managing: Managing = {
  manage: {
    title: 'Ajustes y biblioteca',
    pages: { settings: 'Ajustes', libraries: 'Bibliotecas', health: 'Espacio y salud' },
    stop: 'Detener',
    switched: (name: string) => `«${name}» está abierta`,
    moved: (name: string, before: string) =>
      `«${name}» está abierta en su nuevo lugar. La carpeta anterior sigue ahí; bórrela usted cuando esté seguro: ${before}`,
  },

  settings: {
    language: 'Idioma de la ventana',
    languageWhy: 'Los artículos siguen en su propio idioma. El cambio vale cuando la ventana se vuelve a cargar.',
    asSystem: 'Como el sistema',
    reload: 'Volver a cargar la ventana',
    theme: 'Tema',
    themeWhy: '«Sistema» se oscurece cuando lo hace su equipo, para que la página no deslumbre de noche.',
    density: 'Filas de la lista',
    densityWhy: 'Compactas, muestran el doble de artículos, sin sus primeras palabras ni etiquetas.',
    grouped: 'Títulos en las listas',
    groupedWhy: 'Las listas por fecha o por fuente se agrupan bajo días o fuentes.',
    on: 'Sí',
    off: 'No',
    notices: 'Avisar cuando acabe un trabajo largo',
    noticesWhy: 'Un aviso del sistema, solo mientras trabaja en otro programa. Un clic lleva al resultado.',
    afterwards: 'Después de archivar un artículo',
    afterwardsWhy: 'Cuando archiva o tira el artículo abierto, el siguiente puede venir por sí solo.',
    afterwardsChoices: { next: 'Abrir el siguiente', list: 'Volver a la lista' },
    type: 'Letra, tamaño y líneas del texto',
    typeWhy: 'Ajústelos donde los ve: abra un artículo y pulse «Letra y tema» encima, o + y − en cualquier momento.',
    kept: 'Los ajustes se guardan en este equipo y nunca en la biblioteca.',
  },

  libraries: {
    current: 'Abierta ahora',
    show: 'Mostrar la carpeta',
    move: 'Mover…',
    others: 'Abiertas antes',
    noOthers: 'No se ha abierto ninguna otra biblioteca en este equipo.',
    open: 'Abrir',
    openNamed: (name: string) => `Abrir ${name}`,
    forget: 'Quitar de esta lista',
    forgetNamed: (name: string) => `Quitar ${name} de esta lista`,
    notThere: 'No está ahora',
    another: 'Otra biblioteca',
    openOther: 'Abrir una biblioteca…',
    create: 'Crear una nueva…',
    choose: 'Elegir…',
    path: 'Ruta completa de la carpeta',
    pathHint: 'Como la muestra su gestor de archivos.',
    notOpened: (path: string) => `No se pudo abrir la última biblioteca: ${path}`,
    purposes: {
      open: { title: 'Abrir una biblioteca', act: 'Abrir' },
      create: { title: 'Crear una biblioteca', act: 'Crearla' },
      move: { title: 'Mover esta biblioteca', act: 'Copiar, comparar y cambiar' },
      backup: { title: 'Hacer una copia de seguridad', act: 'Copiar y comparar' },
    },
    moveHint: 'Todo se copia y se compara byte a byte, y luego se abre la copia. La carpeta actual se queda.',
    copying: 'Copiando y comparando',
    inside: 'Esta carpeta está dentro de la biblioteca abierta, o la contiene.',
    openAlready: 'Esta biblioteca está abierta.',
    kinds: {
      library: 'Una biblioteca de Pressmark.',
      newer: 'Una biblioteca de un Pressmark más nuevo. Actualice la aplicación para abrirla.',
      damaged:
        'Una biblioteca cuya propia ficha (library.json) falta o está dañada. Recupérela de una copia de seguridad.',
      empty: 'Una carpeta vacía.',
      new: 'Esta carpeta se creará.',
      'no-parent': 'No existe tal carpeta, ni ninguna por encima. ¿Es correcta la ruta?',
      'other-files': 'Esta carpeta contiene otras cosas y no es una biblioteca.',
      file: 'Es un archivo; una biblioteca es una carpeta.',
      'not-writable': 'Aquí no se puede escribir. Elija otro lugar, o cambie los permisos de la carpeta.',
      unreadable: 'Este lugar no se puede leer.',
      relative: 'Escriba la ruta completa, desde el principio.',
    },
    readOnly: 'Se puede leer pero no cambiar.',
  },

  health: {
    figures: 'Lo que contiene',
    articles: 'Artículos',
    trashed: 'En la papelera',
    snapshots: 'Versiones',
    pictures: 'Imágenes',
    words: 'Palabras',
    size: 'Espacio en disco',
    total: (bytes: number) => `${formatBytes(bytes)} en la carpeta de la biblioteca`,
    catalogue: (bytes: number) =>
      `Las listas y la búsqueda ocupan ${formatBytes(bytes)} fuera de ella; se pueden volver a hacer.`,
    kinds: {
      articles: 'Artículos limpios',
      originals: 'Originales',
      pictures: 'Imágenes',
      journals: 'Lo que usted hizo',
      other: 'Otros',
    },
    measuring: 'Mirando cada archivo…',
    notMeasured: 'No se pudo medir la carpeta.',
    index: 'Búsqueda',
    indexReady: 'Conoce todos los artículos.',
    indexBuilding: (done: number, total: number) =>
      `Preparándose: ${formatNumber(done)} de ${articles(total)}. Lo que ya está se encuentra.`,
    check: 'Comprobación',
    checkHint: 'Lee cada archivo y lo compara con lo que se anotó al guardarlo. No se cambia nada.',
    never: 'Esta biblioteca aún no se ha comprobado en este equipo.',
    sound: (when: string, files: number) =>
      `Todo está bien. Comprobado el ${formatMoment(when)}: ${count(files, 'archivo está como se guardó', 'archivos están como se guardaron')}.`,
    unsound: (when: string, findings: number) =>
      `Comprobado el ${formatMoment(when)}: ${count(findings, 'cosa no está', 'cosas no están')} como se anotó.`,
    checkNow: 'Comprobar ahora',
    checking: 'Comprobando',
    rebuild: 'Rehacer listas y búsqueda',
    rebuildHint: 'Solo a partir de la carpeta. Nada de la biblioteca se cambia ni se pierde.',
    rebuilding: 'Rehaciendo listas y búsqueda',
    rebuilt: (number: number) => `Rehecho a partir de ${articles(number)}`,
    backup: 'Hacer una copia de seguridad…',
    backupHint: 'Una copia de toda la biblioteca en una carpeta vacía, comparada byte a byte.',
    backedUp: (path: string) => `Copiado y comparado: ${path}`,
    more: (number: number) => `y ${formatNumber(number)} más`,
    findings: {
      'missing-file': {
        title: 'Faltan archivos',
        advice: 'Recupérelos de una copia de seguridad o de otro dispositivo; lo que queda se puede seguir leyendo.',
      },
      'changed-file': {
        title: 'Se han cambiado archivos',
        advice:
          'Algo que no es Pressmark escribió en ellos, o el disco está fallando. Recupérelos de una copia de seguridad.',
      },
      'unknown-folder': {
        title: 'Cosas que no son de Pressmark',
        advice: 'No hacen daño. Sáquelas de la carpeta de la biblioteca.',
      },
      'journal-damaged': {
        title: 'El registro de lo que usted hizo está dañado',
        advice:
          'Las líneas que no se pueden leer se dejan fuera. Recupere el registro de una copia de seguridad o de otro dispositivo.',
      },
      'catalogue-differs': {
        title: 'Las listas van por detrás de la carpeta',
        advice: 'Rehaga listas y búsqueda; la carpeta es la que vale.',
      },
      'index-differs': {
        title: 'La búsqueda va por detrás de la carpeta',
        advice: 'Rehaga listas y búsqueda.',
      },
      'half-written': {
        title: 'Algo no se guardó hasta el final',
        advice: 'Lo dejó una caída. Pressmark lo limpia en un inicio posterior.',
      },
    },
    unknownFinding: { title: 'Otra cosa', advice: 'Actualice Pressmark y compruebe una vez más.' },
  },
};
