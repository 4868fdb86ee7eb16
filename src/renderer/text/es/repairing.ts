import type { Repairing } from '../en/repairing.ts';
import { count } from './count.ts';

/** What the window says where an article is repaired by hand. */
export const repairing: Repairing = {
  repair: {
    title: 'Reparar a mano',
    reading: 'Leyendo el original una vez más…',
    parts: 'Partes del artículo',
    text: 'Texto',
    fields: 'Campos',
    preview: 'El artículo tal como quedará',
    original: 'El original, bloque a bloque',
    nothing: 'El texto quedaría vacío.',
    minor: (number: number) => `También menús, rótulos y enlaces (${count(number, 'bloque', 'bloques')})`,
    toggleHint: 'quita o devuelve',
    nextHint: 'siguiente dejado fuera',
    undoHint: 'un paso atrás',
    picture: 'Una imagen sin palabras',
    takenOut: 'Quitado por usted',
    putBack: 'Devuelto por usted',
    leftOut: 'Dejado fuera: no está en el lugar del artículo en la página',
    noPlace: (words: string) => `Una reparación suya no encuentra lugar en este texto: «${words}»`,
    forget: 'Olvidarla',
    everywhere: (host: string) => `A partir de ahora, también en otras páginas de ${host}`,
    bySite: 'Dejado fuera según su deseo para este sitio',
    onSite: (host: string, number: number) =>
      `Siempre se dejan fuera en ${host}: ${count(number, 'bloque', 'bloques')}`,
    remove: 'Eliminar',
    changes: (number: number) =>
      number === 0 ? 'Aún no se ha cambiado nada.' : `${count(number, 'cambio', 'cambios')} sin guardar.`,
    leaving: (number: number) =>
      `${count(number, 'cambio no está guardado', 'cambios no están guardados')}. ¿Cerrar de todos modos?`,
    discard: 'Descartar',
    stay: 'Seguir reparando',
    save: 'Guardar',
    readAs: (value: string) => `Se leyó: «${value}»`,
    readAsNothing: 'No se leyó nada',
    back: 'Volver a lo leído',
    done: 'Reparado',
    byHand: (number: number) => `Reparado a mano en ${count(number, 'lugar', 'lugares')}`,
    mayMiss: 'Puede que aquí falten partes del original.',
    compare: 'Comparar y reparar',
  },
};
