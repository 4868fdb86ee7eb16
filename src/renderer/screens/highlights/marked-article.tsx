import type { RefObject } from 'react';
import type { Article } from '#contract/article.ts';
import { rangeOf } from '../../anchoring/read-page.ts';
import { useQuery } from '../../state/backend.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import { text } from '../../text/text.ts';
import { HighlightPopover } from './highlight-popover.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { Marking } from './use-marking.ts';

type MarkedArticleProps = {
  readonly article: Article;
  readonly marking: Marking;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly isReadOnly: boolean;
  readonly acts: HighlightActs;
};

/** So much of a selection is read aloud while it is moved by keys. */
const spokenCharacters = 400;

/** What lies over the text of the open article: the bar of a selection, and the highlight that is looked at. */
export function MarkedArticle(props: MarkedArticleProps) {
  const { marking, scroller, isReadOnly } = props;
  const { page, selected, colour, mark, annotate } = marking;
  const { place, isByKeys } = selected;
  return (
    <>
      <p role="status" className="visually-hidden">
        {page && place && isByKeys
          ? text.highlights.moving(page.text.slice(place.start, Math.min(place.end, place.start + spokenCharacters)))
          : ''}
      </p>
      {page && place && !isReadOnly ? (
        <SelectionBar page={page} place={place} scroller={scroller} colour={colour} onMark={mark} onNote={annotate} />
      ) : null}
      <OpenedHighlight {...props} />
    </>
  );
}

function OpenedHighlight({ article, marking, scroller, isReadOnly, acts }: MarkedArticleProps) {
  const { opened, marks, page, close } = marking;
  const counts = useQuery('highlights.counts', opened === null ? null : {}).value;
  const found = marks.find(({ highlight }) => highlight.id === opened?.id);
  if (opened === null || found === undefined) return null;
  const { highlight, place } = found;
  const name = { article: article.id, id: highlight.id };
  const rect = () => {
    const range = page && place && rangeOf(page, place);
    return (range ?? opened.from ?? scroller.current ?? document.body).getBoundingClientRect();
  };
  return (
    <HighlightPopover
      key={highlight.id}
      highlight={highlight}
      rect={rect}
      beginsWithNote={opened.beginsWithNote}
      isReadOnly={isReadOnly}
      knownTags={counts?.tags.map(({ tag }) => tag) ?? []}
      onColour={(colour) => void acts.change(name, { colour })}
      onNote={(annotation) => void acts.change(name, { annotation })}
      onTags={(addTags, removeTags) => void acts.change(name, { addTags: [...addTags], removeTags: [...removeTags] })}
      onCopy={() => void acts.copyText(highlight.anchor.exact)}
      onRemove={() => {
        close();
        void acts.remove(name);
      }}
      onClose={close}
    />
  );
}
