import type { RenewalKind } from '#contract/renewal.ts';
import { formatNumber } from '../format.ts';
import { articles } from './count.ts';

type OfEach = Readonly<Record<RenewalKind, (number: number) => string>>;

/** What is said of reading articles again and of fetching their missing pictures. It comes with what says it. */
export const renewing = {
  act: { reread: 'Read again', pictures: 'Fetch missing pictures' },
  hint: {
    reread: 'What you corrected, repaired and marked stays.',
    pictures: 'Their sites are asked for them now.',
  },
  all: {
    reread: 'Read all articles again',
    rereadHint:
      'From the originals that are kept, by the rules of this version. What you corrected, repaired and marked stays, and all of it can be undone at once.',
    pictures: 'Fetch all missing pictures',
    picturesHint: 'Asks the sites of the articles for pictures that are not kept yet. Nothing else is fetched.',
  },
  running: {
    reread: (number) => (number === 1 ? 'Reading the article again' : `Reading ${articles(number)} again`),
    pictures: (number) =>
      number === 1 ? 'Fetching missing pictures' : `Fetching missing pictures of ${articles(number)}`,
  } satisfies OfEach as OfEach,
  renewed: {
    reread: (number) => (number === 1 ? '1 article reads differently now' : `${articles(number)} read differently now`),
    pictures: (number) => `Pictures added to ${articles(number)}`,
  } satisfies OfEach as OfEach,
  nothing: { reread: 'Nothing reads differently', pictures: 'No picture was added' },
  stopped: (result: string) => `Stopped. ${result}`,
  unchanged: (number: number) => `${formatNumber(number)} as before`,
  failed: (number: number) => `${formatNumber(number)} left as they are`,
  progress: 'How far it is',
  problems: 'What could not be done',
  missing: (reasons: string) => `Pictures are missing: ${reasons}`,
};

export type Renewing = typeof renewing;
