import { useCallback, type RefObject } from 'react';
import { placeOfDek } from '#contract/dek.ts';
import type { Correction } from '#contract/article.ts';
import { IconButton, joinClasses } from '../../components/button.tsx';
import { CloseIcon } from '../../components/icons.ts';
import { lazily } from '../../components/lazily.tsx';
import { useServices } from '../../state/backend.tsx';
import { useStore } from '../../state/store.ts';
import { text } from '../../text/text.ts';
import { Margin } from '../highlights/margin.tsx';
import { MarkedArticle } from '../highlights/marked-article.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleFoot } from './article-foot.tsx';
import { ArticleHead } from './article-head.tsx';
import { FindBar } from './find/find-bar.tsx';
import { PrintedFoot } from './print/printed-foot.tsx';
import { ReaderBar } from './reader-bar.tsx';
import { readerScrollId } from './reader-scroll.ts';
import { minutesLeft } from './reading-position.ts';
import { TagStrip } from './tag-strip.tsx';
import { useOpenArticle, type OpenArticleParts, type OpenArticleProps } from './use-open-article.ts';
import styles from './reader.module.css';

const PictureViewer = lazily(async () => (await import('./pictures/picture-viewer.tsx')).PictureViewer);
const NotePopover = lazily(async () => (await import('./notes/note-popover.tsx')).NotePopover);
const Guesses = lazily(async () => (await import('./guesses.tsx')).Guesses);
const AloudBar = lazily(async () => (await import('./aloud/aloud-bar.tsx')).AloudBar);

/** The article in the reader, and everything one does with it there. */
export function OpenArticle(props: OpenArticleProps) {
  const { article, isReadOnly, isFocused, acts, highlights } = props;
  const parts = useOpenArticle(props);
  const { scroller, column, marking, find, aloud, progress } = parts;
  const margin = useMargin(scroller);
  return (
    <>
      {isFocused ? (
        <IconButton label={text.focus.leave} keys="Escape" className={styles['leaveFocus']} onClick={acts.focus}>
          <CloseIcon />
        </IconButton>
      ) : (
        <ReaderBar
          article={article}
          progress={progress}
          isReadOnly={isReadOnly}
          acts={acts}
          highlights={{ count: marking.marks.length, isOpen: margin.isOpen, onToggle: margin.toggle }}
          foundPlaces={find.offers.reduce((sum, { places }) => sum + places, 0)}
        />
      )}
      {props.isAsked && !isReadOnly ? (
        <Guesses
          article={article}
          onCorrect={(correction) => acts.correct(article.id, [correction])}
          onAll={acts.details}
          onDone={acts.endGuesses}
        />
      ) : null}
      {find.isOpen ? <FindBar find={find} /> : null}
      <div className={styles['sheet']}>
        {/* The reader is scrolled by keys as well as by wheel, so it takes the focus. */}
        <div
          ref={scroller}
          id={readerScrollId}
          role="region"
          aria-label={article.headline}
          tabIndex={0}
          // With the window to itself it needs no ring to show where keys go.
          className={joinClasses(styles['scroller'], isFocused && styles['alone'])}
        >
          <article ref={column} data-print className={styles['column']} lang={article.language ?? undefined}>
            <Story {...props} progress={progress} body={parts.body} />
          </article>
        </div>
        {margin.isOpen && !isFocused ? <OpenMargin {...props} {...parts} onClose={margin.close} /> : null}
      </div>
      {aloud.isOpen ? <AloudBar aloud={aloud} language={article.language} /> : null}
      <MarkedArticle
        article={article}
        marking={marking}
        scroller={scroller}
        isReadOnly={isReadOnly}
        acts={highlights}
      />
      <OpenedParts {...props} {...parts} />
    </>
  );
}

/** The highlights beside the text: open or not, as the reader left them. */
function useMargin(scroller: RefObject<HTMLElement | null>) {
  const { preferences } = useServices();
  const isOpen = useStore(preferences, (now) => now.areHighlightsOpen);
  const set = (areHighlightsOpen: boolean) => preferences.set((now) => ({ ...now, areHighlightsOpen }));
  return {
    isOpen,
    toggle: () => set(!isOpen),
    close() {
      set(false);
      scroller.current?.focus();
    },
  };
}

/** What lies over the text: a picture shown large, a note at its mark. */
function OpenedParts({ article, pictures, notes }: OpenArticleProps & OpenArticleParts) {
  return (
    <>
      {pictures.viewed ? <PictureViewer {...pictures.viewed} onClose={pictures.close} /> : null}
      {notes.opened ? (
        <NotePopover note={notes.opened} language={article.language} onGo={notes.go} onClose={notes.close} />
      ) : null}
    </>
  );
}

type StoryProps = OpenArticleProps & Pick<OpenArticleParts, 'progress' | 'body'>;

/** Head, body and foot of the article. */
function Story({ article, isReadOnly, acts, progress, body }: StoryProps) {
  const { correct } = acts;
  const onCorrect = useCallback((correction: Correction) => correct(article.id, [correction]), [correct, article.id]);
  return (
    <>
      <ArticleHead
        article={article}
        minutesLeft={minutesLeft(article.readingMinutes, progress)}
        onCorrect={onCorrect}
        tags={
          <TagStrip
            tags={article.tags}
            ruleTags={article.ruleTags ?? []}
            onKeep={(tag) => acts.keepTag(article.id, tag)}
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
      <PrintedFoot article={article} />
    </>
  );
}

type OpenMarginProps = OpenArticleProps & OpenArticleParts & { readonly onClose: () => void };

function OpenMargin({ article, isReadOnly, highlights, marking, onClose }: OpenMarginProps) {
  const { marks, annotation, activeId, open } = marking;
  return (
    <Margin
      marks={marks}
      annotation={annotation}
      activeId={activeId}
      isReadOnly={isReadOnly}
      onOpen={open}
      onNote={(words) => void highlights.annotate(article.id, words)}
      onCopy={() => void highlights.copyMarkdown({ article: article.id })}
      onSave={() => void highlights.saveMarkdown({ article: article.id }, text.highlights.fileName(article.headline))}
      onClose={onClose}
    />
  );
}
