import { formatClock, formatMoment, formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of what comes in by itself. A part of the table in `english.ts`. */
export const takingIn = {
  waiting: {
    title: 'Waiting addresses',
    intro:
      'These could not be fetched yet. They are tried again by themselves, at once when the network comes back, and stay here until then.',
    empty: 'No address waits.',
    emptyDetail: 'Without a network you can go on adding addresses: they wait here and are fetched later.',
    list: 'Addresses that wait',
    waiting: (number: number) => count(number, 'address waits', 'addresses wait'),
    show: 'Show',
    hide: 'Hide',
    trying: 'Fetching it now…',
    notTried: 'Not tried yet.',
    nextToday: (moment: string) => `Next try at ${formatClock(moment)}.`,
    next: (moment: string) => `Next try on ${formatMoment(moment)}.`,
    notByItself: 'It is not tried again by itself.',
    retry: 'Try now',
    retryOne: (address: string) => `Try ${address} now`,
    retryAll: 'Try all now',
    remove: 'Remove',
    removeOne: (address: string) => `Remove ${address}`,
    removed: (number: number) => `Removed ${count(number, 'address', 'addresses')}`,
    more: (number: number) => `and ${formatNumber(number)} more`,
  },
};
