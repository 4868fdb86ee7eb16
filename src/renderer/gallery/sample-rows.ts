import type { ArticleSummary } from '#contract/article.ts';
import type { Row } from '../state/rows.ts';

const plain: Omit<ArticleSummary, 'id'> = {
  headline: 'The harbour bridge carries trains again',
  kicker: null,
  dek: 'Nine days after a barge tore loose in the night, the first goods train went over at walking pace.',
  authors: ['Ada Example'],
  source: 'The Gazette',
  section: null,
  publishedAt: '2019-03-08',
  savedAt: '2019-03-09T08:00:00Z',
  language: 'en',
  wordCount: 900,
  readingMinutes: 4,
  excerpt: '',
  leadImage: null,
  tags: [],
  state: 'reading',
  favourite: false,
  progress: 0,
  trashed: false,
};

function row(id: string, change: Partial<ArticleSummary>, found: Partial<Row> = {}): Row {
  // Ids are checked by the back end, which these never came from.
  return { article: { ...plain, ...change, id: id as ArticleSummary['id'] }, headline: null, snippet: null, ...found };
}

/** A row in each of its states; the second is shown chosen. */
export const sampleRows: readonly Row[] = [
  row('unread', { state: 'unread', tags: ['harbour', 'trains'], ruleTags: ['trains'] }),
  row('chosen', { favourite: true, progress: 0.4 }),
  row(
    'found',
    {},
    {
      headline: { text: 'The harbour bridge carries trains again', marks: [[4, 11]] },
      snippet: { text: '… the harbour was closed for nine days …', marks: [[6, 13]] },
    },
  ),
  row('unknown', { source: null, authors: [], dek: null, publishedAt: null }),
];
