import type { TakingIn } from '../en/taking-in.ts';
import { formatClock, formatMoment, formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of what comes in by itself. */
export const takingIn: TakingIn = {
  waiting: {
    title: 'Direcciones en espera',
    intro:
      'Estas aún no se pudieron traer. Se vuelven a intentar por sí solas, en cuanto vuelva la red, y hasta entonces quedan aquí.',
    empty: 'Ninguna dirección espera.',
    emptyDetail: 'Sin red puede seguir añadiendo direcciones: esperan aquí y se traen más tarde.',
    list: 'Direcciones que esperan',
    waiting: (number: number) => count(number, 'dirección espera', 'direcciones esperan'),
    show: 'Mostrar',
    hide: 'Ocultar',
    trying: 'Trayéndola ahora…',
    notTried: 'Aún sin intentar.',
    nextToday: (moment: string) => `Próximo intento a las ${formatClock(moment)}.`,
    next: (moment: string) => `Próximo intento el ${formatMoment(moment)}.`,
    notByItself: 'No se vuelve a intentar por sí sola.',
    retry: 'Intentar ahora',
    retryOne: (address: string) => `Intentar ${address} ahora`,
    retryAll: 'Intentar todas ahora',
    remove: 'Quitar',
    removeOne: (address: string) => `Quitar ${address}`,
    removed: (number: number) => count(number, 'dirección quitada', 'direcciones quitadas'),
    more: (number: number) => `y ${formatNumber(number)} más`,
  },

  watch: {
    title: 'Carpeta vigilada',
    intro:
      'Los archivos nuevos de esta carpeta se añaden por sí solos, cada uno una vez, cuando ya nada escribe en ellos. Los archivos se quedan donde están.',
    notHere: 'Una ventana de navegador no puede nombrar carpetas de este equipo.',
    notHereDetail:
      'En la aplicación se puede vigilar una carpeta. Aquí, suelte archivos o carpetas enteras en la ventana.',
    folder: 'Carpeta',
    folderHint: 'Su ruta completa',
    choose: 'Elegir…',
    existing: 'Añadir también lo que ya hay en ella',
    begin: 'Vigilar esta carpeta',
    stop: 'Dejar de vigilar',
    goOn: 'Volver a vigilar',
    watching: (taken: number) =>
      taken === 0 ? 'Vigilando.' : `Vigilando. Hasta ahora ${count(taken, 'archivo añadido', 'archivos añadidos')}.`,
    resting: 'Sin vigilar.',
    none: 'No se vigila ninguna carpeta.',
    failures: 'Archivos que no se pudieron añadir',
    failuresNote: 'Se vuelven a intentar cuando cambian.',
    forget: 'Vaciar esta lista',
  },

  links: {
    title: '¿Añadir esta página?',
    detail: 'Un enlace pide a Pressmark que la añada. Si no acaba de seguir uno, diga que no.',
    add: 'Añadir',
    bookmarklet: {
      title: 'Añadir desde el navegador',
      intro:
        'Arrastre este botón a los marcadores de su navegador. Al pulsarlo allí, entrega a Pressmark la página que está viendo.',
      name: 'A Pressmark',
      byHand: 'O cree un marcador a mano, con esto como dirección:',
      copy: 'Copiar',
      copied: 'Copiado.',
      refused: 'El navegador se guarda su portapapeles. Seleccione el texto de arriba y cópielo.',
      inApp:
        'Solo se entrega la dirección; Pressmark le pregunta y trae la página él mismo. Una página que pide identificarse es mejor guardarla en el navegador y soltarla aquí.',
      inBrowser:
        'Solo se entrega la dirección; Pressmark le pregunta y trae la página él mismo. Funciona mientras Pressmark se sirva en esta dirección: inícielo con un puerto fijo.',
    },
    schemeTitle: 'Enlaces a Pressmark',
    schemes: [
      { link: 'pressmark://add?url=…', means: 'pregunta si añadir la página de esta dirección' },
      { link: 'pressmark://search?q=…', means: 'busca en la biblioteca' },
      { link: 'pressmark://open/…', means: 'abre un artículo; «Copiar un enlace a este artículo» copia su enlace' },
    ],
    copied: 'Enlace copiado',
    notCopied: 'El navegador se guarda su portapapeles.',
  },
};
