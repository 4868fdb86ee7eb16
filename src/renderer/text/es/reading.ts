import type { Reading, ReadingActions } from '../en/reading.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says around the text that is read. */
export const reading: Reading = {
  find: {
    bar: 'Buscar en este artículo',
    label: 'Buscar en este artículo',
    placeholder: 'Buscar en este artículo',
    previous: 'Lugar anterior',
    next: 'Lugar siguiente',
    stay: 'Cerrar y quedarse aquí',
    words: 'Palabras de la búsqueda',
    none: 'No se encontró',
    one: (at: number, total: number) => `${formatNumber(at)} de ${formatNumber(total)}`,
    places: (number: number) => count(number, 'lugar', 'lugares'),
    button: (number: number) =>
      number === 0
        ? 'Buscar en este artículo'
        : `Buscar en este artículo: ${count(number, 'lugar', 'lugares')} de la búsqueda`,
  },

  pictures: {
    title: 'Imagen',
    open: (words: string) => (words === '' ? 'Ver la imagen' : `Ver la imagen: ${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} de ${formatNumber(total)}`,
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    larger: 'Más grande',
    smaller: 'Más pequeña',
    fit: 'Ajustar a la ventana',
    link: 'Abrir la página que hay detrás',
    shows: 'En palabras',
    missing: 'Esta imagen falta en la biblioteca.',
    view: 'La imagen; las flechas la mueven cuando es mayor que la ventana',
    none: 'No hay ninguna imagen en este artículo',
  },

  notes: {
    title: (mark: string) => `Nota ${mark}`,
    go: 'Ir a la nota',
  },

  aloud: {
    bar: 'Leer en voz alta',
    start: 'Leer en voz alta',
    pause: 'Pausa',
    resume: 'Seguir',
    stop: 'Dejar de leer en voz alta',
    previous: 'Frase anterior',
    next: 'Frase siguiente',
    speed: 'Velocidad',
    slower: 'Más despacio',
    faster: 'Más deprisa',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: 'Voz',
    goOn: 'Seguir con el artículo siguiente',
    noVoice: 'Este sistema no tiene ninguna voz que lea.',
    noVoiceHint:
      'Pressmark usa las voces del sistema, y ninguna que envíe el texto fuera. Añada una en los ajustes del sistema; aquí se ofrece al momento.',
    noVoiceFor: (language: string) => `No hay ninguna voz instalada para este idioma: ${language}.`,
    readWith: 'Leer con',
    choose: 'Elegir una voz…',
    failed: 'La voz se ha detenido. Inténtelo de nuevo, o elija otra.',
    ended: 'Leído hasta el final',
  },

  focus: { leave: 'Salir de la lectura sin distracciones' },

  print: {
    title: 'Imprimir',
    columns: 'Columnas',
    columnChoices: { one: 'Una', two: 'Dos' },
    pictures: 'Con imágenes',
    hint: 'En papel o como PDF: la ventana siguiente del sistema ofrece ambas cosas.',
    preparing: 'Cargando las imágenes…',
    print: 'Imprimir…',
    missing: (number: number) => `${count(number, 'imagen falta', 'imágenes faltan')} en la impresión.`,
    savedOn: (day: string) => `Guardado el ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions: ReadingActions = {
  find: 'Buscar en este artículo',
  findNext: 'Siguiente lugar encontrado',
  findPrevious: 'Anterior lugar encontrado',
  pictures: 'Ver las imágenes',
  aloud: 'Leer en voz alta desde aquí, o pausa',
  aloudNext: 'Lectura: frase siguiente',
  aloudPrevious: 'Lectura: frase anterior',
  aloudStop: 'Dejar de leer en voz alta',
  focus: 'Sin distracciones: solo el artículo',
  print: 'Imprimir, o guardar como PDF',
};
