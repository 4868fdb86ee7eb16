import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/button.tsx';
import { CloseIcon, HelpIcon, SearchIcon } from '../../components/icons.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import styles from './search.module.css';

export const searchFieldId = 'search-field';

/** A query is asked when the typing has rested this long. */
const restMs = 60;

type SearchFieldProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onHelp: () => void;
  /** The arrow down: from the field into what was found. */
  readonly onLeave: () => void;
};

/** The one field for everything. What is typed shows at once; it is asked a moment later. */
export function SearchField({ query, onQuery, onHelp, onLeave }: SearchFieldProps) {
  const [typed, setTyped] = useTyped(query, onQuery);
  const clear = () => {
    setTyped('');
    onQuery('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (typed === '') event.currentTarget.blur();
      else clear();
    }
    if (event.key === 'Enter') onQuery(typed);
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <search className={styles['search']}>
      <SearchIcon size={16} className={styles['glass']} />
      <input
        id={searchFieldId}
        type="text"
        role="searchbox"
        aria-label={text.search.label}
        placeholder={text.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        className={styles['input']}
      />
      {typed === '' ? (
        <span className={styles['keys']} aria-hidden="true">
          <KeyHint keys="/" />
        </span>
      ) : (
        <IconButton label={text.search.clear} keys="Escape" className={styles['small']} onClick={clear}>
          <CloseIcon />
        </IconButton>
      )}
      <IconButton label={text.search.help} className={styles['small']} onClick={onHelp}>
        <HelpIcon />
      </IconButton>
    </search>
  );
}

/** What stands in the field. It follows the query when that is changed from elsewhere (a facet, another shelf). */
function useTyped(query: string, onQuery: (query: string) => void): readonly [string, (typed: string) => void] {
  const [state, setState] = useState({ typed: query, query });
  if (state.query !== query) setState({ typed: query, query });
  const { typed } = state;
  const ask = useRef(onQuery);
  useEffect(() => {
    ask.current = onQuery;
  }, [onQuery]);
  useEffect(() => {
    if (typed === query) return undefined;
    const timer = setTimeout(() => ask.current(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed, query]);
  return [typed, (next) => setState((before) => ({ ...before, typed: next }))];
}
