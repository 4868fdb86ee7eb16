import { useEffect, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '../../../components/button.tsx';
import { CloseIcon, DownIcon, SearchIcon, UpIcon } from '../../../components/icons.ts';
import { formatNumber } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { Find } from './use-find.ts';
import styles from './find.module.css';

/** The row above the text in which one finds something in it. Escape leads back to where one was. */
export function FindBar({ find }: { readonly find: Find }) {
  const field = useRef<HTMLInputElement>(null);
  const { asked, typed, total, at, step, offers } = find;
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'F3')) return;
    event.preventDefault();
    event.stopPropagation();
    step(event.shiftKey ? -1 : 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    find.leave();
  };
  const isLooking = typed.trim() !== '' || offers.some(({ isChosen }) => isChosen);
  return (
    <search aria-label={text.find.bar} className={styles['bar']} onKeyDown={onKeyDown}>
      <SearchIcon size={15} className={styles['glass']} />
      <input
        ref={field}
        type="text"
        aria-label={text.find.label}
        placeholder={text.find.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => find.type(event.target.value)}
        onKeyDown={onFieldKey}
        className={styles['field']}
      />
      {offers.length === 0 ? null : <Offers find={find} />}
      <span role="status" className={styles['count']} data-none={isLooking && total === 0 ? 'true' : undefined}>
        {isLooking ? (total === 0 ? text.find.none : text.find.one(at + 1, total)) : ''}
      </span>
      <IconButton label={text.find.previous} keys="shift+Enter" disabled={total === 0} onClick={() => step(-1)}>
        <UpIcon />
      </IconButton>
      <IconButton label={text.find.next} keys="Enter" disabled={total === 0} onClick={() => step(1)}>
        <DownIcon />
      </IconButton>
      <IconButton label={text.find.stay} onClick={find.stay}>
        <CloseIcon />
      </IconButton>
    </search>
  );
}

/** The words of the search that led here: each can be left out, and stands aside while something is typed. */
function Offers({ find: { offers, typed, choose } }: { readonly find: Find }) {
  const isTyping = typed.trim() !== '';
  return (
    <div role="group" aria-label={text.find.words} className={styles['offers']}>
      {offers.map(({ word, places, isChosen }) => (
        <button
          key={word}
          type="button"
          aria-pressed={isChosen && !isTyping}
          className={styles['offer']}
          onClick={() => choose(word, isTyping || !isChosen)}
        >
          {word} <span className={styles['places']}>{formatNumber(places)}</span>
        </button>
      ))}
    </div>
  );
}
