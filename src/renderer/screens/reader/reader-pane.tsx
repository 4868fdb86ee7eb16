import { useState, type Ref } from 'react';
import type { Article } from '#contract/article.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Emblem } from '../../components/emblem.tsx';
import { GoneIcon, WarnIcon } from '../../components/icons.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { lazily } from '../../components/lazily.tsx';
import { useLate } from '../../components/late.tsx';
import { useFormer } from '../../state/backend.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import type { QueryState } from '../../state/query-cache.ts';
import { createStore } from '../../state/store.ts';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import type { MarkingHands } from '../highlights/use-marking.ts';
import type { ReaderActs } from './reader-bar.tsx';
import { nothingHandedOn } from './handover.ts';
import type { ReadingHands } from './reading-hands.ts';
import styles from './reader.module.css';

/** The greatest part of the window, and not of its first screen: the library screen fetches it once the list is there. */
export const OpenArticle = lazily(async () => (await import('./open-article.tsx')).OpenArticle);

type ReaderPaneProps = {
  readonly openId: string | null;
  readonly state: QueryState<Article>;
  readonly isReadOnly: boolean;
  readonly isFocused: boolean;
  /** The article that was just pasted. */
  readonly askedId: string | null;
  readonly searchWords: readonly string[];
  readonly acts: ReaderActs;
  readonly highlights: HighlightActs;
  readonly hands: Ref<MarkingHands>;
  readonly reading: Ref<ReadingHands>;
};

/** The right pane: the open article, or what stands in its place. */
export function ReaderPane({ openId, state, acts, askedId, ...rest }: ReaderPaneProps) {
  const article = state.value?.id === openId ? state.value : undefined;
  const isWaiting = openId !== null && article === undefined && state.error === undefined;
  const isLate = useLate(isWaiting ? openId : null);
  const former = useFormer(article);
  // Until the next article is there the one before stays, so that going from one to the next does not flicker.
  const shown = isWaiting && !isLate ? former : article;
  const [handover] = useState(() => createStore(nothingHandedOn));
  return (
    <section aria-label={text.reader.pane} className={styles['pane']}>
      {shown ? (
        <OpenArticle
          key={shown.id}
          article={shown}
          isAsked={shown.id === askedId}
          acts={acts}
          handover={handover}
          {...rest}
        />
      ) : null}
      {isLate ? <SkeletonArticle /> : null}
      {openId === null ? <NothingOpen /> : null}
      {shown ? null : <MissingArticle error={openId === null ? undefined : state.error} onRetry={acts.retry} />}
    </section>
  );
}

function NothingOpen() {
  return (
    <EmptyState icon={<Emblem sizePx={44} />} title={text.reader.nothingOpen}>
      {text.reader.nothingOpenHint.before} <KeyHint keys="j" /> <KeyHint keys="k" />{' '}
      {text.reader.nothingOpenHint.between} <KeyHint keys="Enter" /> {text.reader.nothingOpenHint.after}
    </EmptyState>
  );
}

type MissingArticleProps = { readonly error: QueryState<Article>['error']; readonly onRetry: () => void };

function MissingArticle({ error, onRetry }: MissingArticleProps) {
  if (error === undefined) return null;
  if (error.code === 'not-found') {
    return (
      <EmptyState icon={<GoneIcon size={40} />} title={text.reader.gone}>
        {text.reader.goneHint}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<WarnIcon size={40} />}
      title={text.reader.failed}
      actions={<Button onClick={onRetry}>{text.list.retry}</Button>}
    >
      {errorSentence(error)}
    </EmptyState>
  );
}

function SkeletonArticle() {
  return (
    <div aria-hidden="true" className={styles['skeleton']}>
      {[24, 96, 72, 40, 100, 98, 100, 94, 60].map((share, at) => (
        // eslint-disable-next-line react/no-array-index-key -- lines of a drawing, they never move
        <span key={at} style={{ width: `${share}%` }} />
      ))}
    </div>
  );
}
