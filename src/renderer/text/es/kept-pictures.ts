import type { KeptPictures } from '../en/kept-pictures.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures: KeptPictures = {
  keptPictures: {
    label: 'Imágenes',
    none: 'Ninguna',
    kept: (kept) => count(kept, 'imagen guardada', 'imágenes guardadas'),
    all: (kept) => `${count(kept, 'imagen', 'imágenes')}; completo también sin red`,
    some: (kept, all) => `${formatNumber(kept)} de ${count(all, 'imagen guardada', 'imágenes guardadas')}. Faltan:`,
    missing: (name, reason) => `${name}: ${reason}`,
    unnamed: 'Una imagen sin nombre',
    reasons: {
      'not-at-hand': 'no estaba en lo que se tomó',
      refused: 'su sitio no la entregó',
      unreachable: 'no se pudo llegar a su sitio',
      'too-slow': 'tardó demasiado',
      'too-large': 'es demasiado grande',
      'too-many': 'el artículo ya tenía todas las imágenes que puede guardar',
      'no-picture': 'lo que llegó no es una imagen',
      other: 'una versión más nueva de Pressmark sabe por qué',
    },
  },
};
