import type { Renewing } from '../en/renewing.ts';
import { formatNumber } from '../format.ts';
import { articles } from './count.ts';

/** Lo que se dice de volver a leer artículos y de traer las imágenes que faltan. */
export const renewing: Renewing = {
  act: { reread: 'Leer de nuevo', pictures: 'Traer las imágenes que faltan' },
  hint: {
    reread: 'Lo que usted corrigió, reparó y subrayó se queda.',
    pictures: 'Se piden ahora a sus sitios.',
  },
  all: {
    reread: 'Leer de nuevo todos los artículos',
    rereadHint:
      'De los originales guardados, con las reglas de esta versión. Lo que usted corrigió, reparó y subrayó se queda, y todo puede deshacerse de una vez.',
    pictures: 'Traer todas las imágenes que faltan',
    picturesHint: 'Pide a los sitios de los artículos las imágenes que aún no se guardan. No se trae nada más.',
  },
  running: {
    reread: (number) => (number === 1 ? 'Leyendo de nuevo el artículo' : `Leyendo de nuevo ${articles(number)}`),
    pictures: (number) =>
      number === 1 ? 'Trayendo las imágenes que faltan' : `Trayendo las imágenes que faltan a ${articles(number)}`,
  },
  renewed: {
    reread: (number) =>
      number === 1 ? '1 artículo se lee ahora distinto' : `${articles(number)} se leen ahora distintos`,
    pictures: (number) => `Imágenes añadidas a ${articles(number)}`,
  },
  nothing: { reread: 'Nada se lee distinto', pictures: 'No se añadió ninguna imagen' },
  stopped: (result) => `Detenido. ${result}`,
  unchanged: (number) => `${formatNumber(number)} como antes`,
  failed: (number) => `${formatNumber(number)} sin tocar`,
  progress: 'Cuánto va hecho',
  problems: 'Lo que no se pudo hacer',
  missing: (reasons) => `Faltan imágenes: ${reasons}`,
};
