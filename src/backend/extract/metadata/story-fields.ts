import { readDateline } from '../plain-text/dateline.ts';
import { collectFindings, type Findings } from './findings.ts';

/** The lead and a line on a picture may stand before the paragraph that opens with the place. */
const paragraphsLooked = 3;
const shortestOpening = 60;

/**
 * Fields that the story itself tells: the place it opens with, and the agency beside it. The words
 * stay in the story, where the page has them.
 */
export function readStoryFields(text: string): Findings {
  const fields = collectFindings('text');
  for (const paragraph of text.split('\n\n').slice(0, paragraphsLooked)) {
    const dateline = readDateline(paragraph);
    if (dateline === null || dateline.rest.length < shortestOpening) continue;
    // A lone word in capitals may be a heading that runs into its paragraph.
    const isSure = dateline.agency !== null || /[,\d]/u.test(dateline.marker);
    fields.add('dateline', dateline.place, isSure ? 0.9 : 0.6, 'opening of the story');
    fields.add('agency', dateline.agency, 0.9, 'opening of the story');
    break;
  }
  return fields.findings;
}
