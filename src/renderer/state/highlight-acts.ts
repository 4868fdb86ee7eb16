import type { ArticleId } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { ActResult, Input, MethodName } from '#contract/contract.ts';
import type { Highlight, HighlightedArticle, HighlightFilter } from '#contract/highlight.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';
import type { Acts } from './acts.ts';
import type { Announcer } from './announcer.ts';
import type { QueryCache } from './query-cache.ts';

/** What names a highlight: ids of the back end, which checked them. */
export type HighlightName = { readonly article: ArticleId; readonly id: string };

/** What the reader can do with highlights and notes. Each says what it did and offers to undo it. */
export type HighlightActs = {
  /** Shows the mark at once; resolves when it is kept. False: it could not be, and is gone again. */
  readonly add: (wanted: Input<'highlights.add'> & { readonly id: string }, of: HighlightedArticle) => Promise<boolean>;
  readonly change: (name: HighlightName, change: Omit<Input<'highlights.change'>, 'highlights'>) => Promise<boolean>;
  readonly remove: (name: HighlightName) => Promise<boolean>;
  readonly annotate: (article: ArticleId, annotation: string) => Promise<boolean>;
  readonly copyMarkdown: (filter: HighlightFilter) => Promise<void>;
  readonly saveMarkdown: (filter: HighlightFilter, fileName: string) => Promise<void>;
  readonly copyText: (words: string) => Promise<void>;
};

type Parts = {
  readonly client: Pick<Client, 'call'>;
  readonly cache: Pick<QueryCache, 'patch' | 'invalidate'>;
  readonly announcer: Announcer;
  readonly undo: Acts['undo'];
  readonly copy: (words: string) => Promise<void>;
  readonly save: (fileName: string, words: string) => void;
};

export function createHighlightActs(parts: Parts): HighlightActs {
  const { client, cache, copy, save, announcer } = parts;
  const act = createAct(parts);
  const sayFailure = (error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' });
  const markdown = async (filter: HighlightFilter, use: (words: string) => Promise<void> | void, done: string) => {
    try {
      const answer = await client.call('highlights.markdown', { filter });
      await use(answer.markdown);
      announcer.say({ text: answer.highlights === 0 ? text.highlights.nothingToCopy : done, tone: 'done', key: 'act' });
    } catch (error) {
      sayFailure(error);
    }
  };
  return {
    add(wanted, of) {
      showAdded(cache, wanted, of);
      return act(text.highlights.acts.added, () => client.call('highlights.add', wanted));
    },
    change: (name, change) =>
      act(text.highlights.acts.changed, () => client.call('highlights.change', { highlights: [name], ...change })),
    remove: (name) => act(text.highlights.acts.removed, () => client.call('highlights.remove', { highlights: [name] })),
    annotate: (id, annotation) =>
      act(text.highlights.acts.annotated, () => client.call('articles.annotate', { id, annotation })),
    copyMarkdown: (filter) => markdown(filter, copy, text.highlights.copied),
    saveMarkdown: (filter, fileName) => markdown(filter, (words) => save(fileName, words), text.highlights.saved),
    async copyText(words) {
      try {
        await copy(words);
        announcer.say({ text: text.highlights.copied, tone: 'done', key: 'act' });
      } catch {
        // The browser may keep the clipboard to itself; that is no failure of ours to be told in our words for it.
        announcer.say({ text: text.highlights.notCopied, tone: 'failed' });
      }
    },
  };
}

const ofHighlights: ReadonlySet<MethodName> = new Set(['highlights.list', 'highlights.counts']);

function createAct({ cache, announcer, undo }: Parts) {
  return async (done: string, call: () => Promise<ActResult>): Promise<boolean> => {
    try {
      const { changed, undo: handle } = await call();
      if (changed === 0) return true;
      // Asked for at once: news of the same change may be held back for a moment.
      cache.invalidate((method) => ofHighlights.has(method));
      announcer.say({
        text: done,
        tone: 'done',
        key: 'act',
        ...(handle === null ? {} : { action: { label: text.acts.undo, run: () => void undo(handle) } }),
      });
      return true;
    } catch (error) {
      // What was shown ahead of the answer is not so.
      cache.invalidate((method) => ofHighlights.has(method));
      announcer.say({ text: errorSentence(error), tone: 'failed' });
      return false;
    }
  };
}

/** Puts a mark among those of its article before the back end has kept it. */
function showAdded(
  cache: Parts['cache'],
  wanted: Input<'highlights.add'> & { readonly id: string },
  of: HighlightedArticle,
) {
  const { id, anchor, colour } = wanted;
  const { headline, authors, source, publishedAt, url } = of;
  const now = new Date().toISOString();
  const added: Highlight = {
    article: { id: of.id, headline, authors, source, publishedAt, url },
    id,
    anchor,
    colour: colour ?? 'yellow',
    annotation: wanted.annotation ?? null,
    tags: wanted.tags ?? [],
    madeAt: now,
    changedAt: now,
  };
  cache.patch('highlights.list', (page, { filter = {} }) =>
    filter.article === of.id && Object.keys(filter).length === 1
      ? { ...page, total: page.total + 1, highlights: [...page.highlights, added] }
      : page,
  );
}
