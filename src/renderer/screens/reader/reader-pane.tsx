import { useCallback, useRef, type Ref } from 'react';
import { placeOfDek } from '#contract/dek.ts';
import type { Article, Correction } from '#contract/article.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Emblem } from '../../components/emblem.tsx';
import { GoneIcon, WarnIcon } from '../../components/icons.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useLate } from '../../components/late.tsx';
import { useFormer, useServices } from '../../state/backend.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import type { QueryState } from '../../state/query-cache.ts';
import { useStore } from '../../state/store.ts';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { Margin } from '../highlights/margin.tsx';
import { MarkedArticle } from '../highlights/marked-article.tsx';
import { useMarking, type MarkingHands } from '../highlights/use-marking.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';
import { ReaderBar, type ReaderActs } from './reader-bar.tsx';
import { minutesLeft } from './reading-position.ts';
import { TagStrip } from './tag-strip.tsx';
import { useReadingPosition } from './use-reading-position.ts';
import styles from './reader.module.css';

export const readerScrollId = 'reader-scroll';

type ReaderPaneProps = {
  readonly openId: string | null;
  readonly state: QueryState<Article>;
  readonly isReadOnly: boolean;
  readonly acts: ReaderActs;
  readonly highlights: HighlightActs;
  readonly hands: Ref<MarkingHands>;
};

/** The right pane: the open article, or what stands in its place. */
export function ReaderPane({ openId, state, isReadOnly, acts, highlights, hands }: ReaderPaneProps) {
  const article = state.value?.id === openId ? state.value : undefined;
  const isWaiting = openId !== null && article === undefined && state.error === undefined;
  const isLate = useLate(isWaiting ? openId : null);
  const former = useFormer(article);
  // Until the next article is there the one before stays, so that going from one to the next does not flicker.
  const shown = isWaiting && !isLate ? former : article;
  return (
    <section aria-label={text.reader.pane} className={styles['pane']}>
      {shown ? (
        <OpenArticle
          key={shown.id}
          article={shown}
          isReadOnly={isReadOnly}
          acts={acts}
          highlights={highlights}
          hands={hands}
        />
      ) : null}
      {isLate ? <SkeletonArticle /> : null}
      {openId === null ? <NothingOpen /> : null}
      {shown ? null : <MissingArticle error={openId === null ? undefined : state.error} onRetry={acts.retry} />}
    </section>
  );
}

type ArticleFootProps = { readonly article: Article; readonly isReadOnly: boolean; readonly acts: ReaderActs };
type OpenArticleProps = ArticleFootProps & Pick<ReaderPaneProps, 'highlights' | 'hands'>;

function OpenArticle({ article, isReadOnly, acts, highlights, hands }: OpenArticleProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const progress = useReadingPosition({
    scroller,
    body,
    articleId: article.id,
    kept: article.progress,
    onKeep: acts.keepProgress,
  });
  const { preferences } = useServices();
  const isMarginOpen = useStore(preferences, (now) => now.areHighlightsOpen);
  const marking = useMarking({ article, body, scroller, isReadOnly, acts: highlights, hands });
  const setMargin = (areHighlightsOpen: boolean) => preferences.set((now) => ({ ...now, areHighlightsOpen }));
  const { correct } = acts;
  const onCorrect = useCallback((correction: Correction) => correct(article.id, [correction]), [correct, article.id]);
  return (
    <>
      <ReaderBar
        article={article}
        progress={progress}
        isReadOnly={isReadOnly}
        acts={acts}
        highlights={{ count: marking.marks.length, isOpen: isMarginOpen, onToggle: () => setMargin(!isMarginOpen) }}
      />
      <div className={styles['sheet']}>
        {/* The reader is scrolled by keys as well as by wheel, so it takes the focus. */}
        <div
          ref={scroller}
          id={readerScrollId}
          role="region"
          aria-label={article.headline}
          tabIndex={0}
          className={styles['scroller']}
        >
          <article className={styles['column']} lang={article.language ?? undefined}>
            <ArticleHead
              article={article}
              minutesLeft={minutesLeft(article.readingMinutes, progress)}
              onCorrect={onCorrect}
              tags={
                <TagStrip
                  tags={article.tags}
                  isReadOnly={isReadOnly}
                  onGo={acts.goToTag}
                  onRemove={(tag) => acts.removeTag(article.id, tag)}
                  onAdd={acts.addTag}
                />
              }
            />
            <ArticleBody
              html={article.html}
              language={article.language}
              opensWithDek={placeOfDek(article) === 'opening'}
              body={body}
            />
            <ArticleFoot article={article} isReadOnly={isReadOnly} acts={acts} />
          </article>
        </div>
        {isMarginOpen ? (
          <Margin
            marks={marking.marks}
            annotation={marking.annotation}
            activeId={marking.activeId}
            isReadOnly={isReadOnly}
            onOpen={marking.open}
            onNote={(words) => void highlights.annotate(article.id, words)}
            onCopy={() => void highlights.copyMarkdown({ article: article.id })}
            onSave={() =>
              void highlights.saveMarkdown({ article: article.id }, text.highlights.fileName(article.headline))
            }
            onClose={() => {
              setMargin(false);
              scroller.current?.focus();
            }}
          />
        ) : null}
      </div>
      <MarkedArticle
        article={article}
        marking={marking}
        scroller={scroller}
        isReadOnly={isReadOnly}
        acts={highlights}
      />
    </>
  );
}

/** What a paper prints small: corrections and rights. Below it, where to go from here. */
function ArticleFoot({ article, isReadOnly, acts }: ArticleFootProps) {
  const canArchive = article.state !== 'archived' && !article.trashed && !isReadOnly;
  return (
    <footer className={styles['foot']}>
      {article.correction === null ? null : (
        <div role="note" className={styles['correction']}>
          <strong>{text.reader.correction}</strong> {article.correction}
        </div>
      )}
      {article.copyright === null ? null : <p className={styles['copyright']}>{article.copyright}</p>}
      <div className={styles['ways']}>
        {acts.isSample(article) && !article.trashed ? (
          <Button onClick={acts.trash}>{text.firstRun.removeSample}</Button>
        ) : null}
        {canArchive ? (
          <Button onClick={acts.archive}>
            {text.reader.archive} <KeyHint keys="e" />
          </Button>
        ) : null}
        <Button look="quiet" onClick={acts.next}>
          {text.reader.next} <KeyHint keys="j" />
        </Button>
      </div>
    </footer>
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
