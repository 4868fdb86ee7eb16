import type { ArticleId } from '#contract/article.ts';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import * as views from '../../state/view.ts';
import { text } from '../../text/text.ts';
import { highlightListId } from '../highlights/highlight-list.tsx';
import { focusSoon } from './focus.ts';
import type { Situation, Tools } from './situation.ts';

/** What the window does with highlights, outside of the text itself. */
export function deskHighlights({ view }: Situation, { preferences, view: store }: Tools, highlights: HighlightActs) {
  const openArticle = view.openId === null ? null : { article: view.openId as ArticleId };
  return {
    highlights,
    goToHighlights() {
      store.set((now) => views.goTo(now, { kind: 'highlights' }));
      focusSoon(highlightListId);
    },
    /** From the list of all highlights to one in its article; without an id to the article's own note. */
    openHighlight(article: string, highlightId: string | null) {
      preferences.set((now) => ({
        ...now,
        isReaderOpen: true,
        areHighlightsOpen: highlightId === null || now.areHighlightsOpen,
      }));
      store.set((now) => views.openAt(now, article, highlightId));
    },
    toggleHighlights: () => preferences.set((now) => ({ ...now, areHighlightsOpen: !now.areHighlightsOpen })),
    copyHighlights: () => void (openArticle && highlights.copyMarkdown(openArticle)),
    saveHighlights: () => void highlights.saveMarkdown({}, text.highlights.allFileName),
  };
}
