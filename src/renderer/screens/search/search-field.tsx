import { useId, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/button.tsx';
import { CloseIcon, HelpIcon, SearchIcon } from '../../components/icons.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import { OfferList, offerId } from './offer-list.tsx';
import type { Offer } from './offers.ts';
import { completionKey, useCompletion } from './use-completion.ts';
import { useTyped } from './use-typed.ts';
import styles from './search.module.css';

export const searchFieldId = 'search-field';

type SearchFieldProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onHelp: () => void;
  /** The arrow down or Enter: from the field into what was found. */
  readonly onLeave: (query: string) => void;
  readonly onForgetRecent: () => void;
};

/**
 * The one field for everything. What is typed shows at once; it is asked a moment later.
 *
 * What it offers to complete never comes in the way: until an arrow chooses a line of it, Enter searches.
 */
export function SearchField(props: SearchFieldProps) {
  const { query, onQuery, onHelp, onLeave, onForgetRecent } = props;
  const [typed, setTyped] = useTyped(query, onQuery);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const completion = useCompletion(typed, input);
  const { offers, active } = completion;

  const clear = () => {
    setTyped('');
    onQuery('');
    completion.close();
  };
  const onTake = (offer: Offer | undefined) => {
    if (offer?.kind === 'forget') onForgetRecent();
    const taken = offer && completion.take(offer);
    if (!taken) return;
    setTyped(taken.query);
    if (offer.kind !== 'field') onQuery(taken.query);
  };
  /** False: the key is not the list's. */
  const onListKey = (event: KeyboardEvent): boolean => {
    const act = offers && completionKey(event, offers, active);
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    if (act.kind === 'choose') completion.point(act.index);
    else if (act.kind === 'take') onTake(offers.offers[act.index]);
    else completion.close();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || onListKey(event)) return;
    // What a command is about (saving it, say) is what stands here, not what stood here a moment ago.
    if (event.ctrlKey || event.metaKey) onQuery(typed);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (typed === '') event.currentTarget.blur();
      else clear();
    }
    if (event.key === 'Enter') {
      onQuery(typed);
      completion.settle();
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      // At once: what is pressed next is meant for the list, though its rows may still be on their way.
      event.currentTarget.blur();
      onLeave(typed);
    }
  };
  return (
    <search className={styles['search']}>
      <SearchIcon size={16} className={styles['glass']} />
      <input
        ref={input}
        id={searchFieldId}
        type="text"
        role="combobox"
        aria-label={text.search.label}
        aria-expanded={offers !== null}
        aria-controls={offers === null ? undefined : listId}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : offerId(listId, active)}
        placeholder={text.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          completion.open(event.currentTarget);
        }}
        onFocus={(event) => completion.enter(event.currentTarget)}
        onSelect={(event) => completion.follow(event.currentTarget)}
        onBlur={completion.close}
        onKeyDown={onKeyDown}
        className={styles['input']}
      />
      <FieldButtons isEmpty={typed === ''} onClear={clear} onHelp={onHelp} />
      {offers === null ? null : (
        <OfferList id={listId} offers={offers} active={active} onPoint={completion.point} onTake={onTake} />
      )}
    </search>
  );
}

type FieldButtonsProps = { readonly isEmpty: boolean; readonly onClear: () => void; readonly onHelp: () => void };

function FieldButtons({ isEmpty, onClear, onHelp }: FieldButtonsProps) {
  return (
    <>
      {isEmpty ? (
        <span className={styles['keys']} aria-hidden="true">
          <KeyHint keys="/" />
        </span>
      ) : (
        <IconButton label={text.search.clear} keys="Escape" className={styles['small']} onClick={onClear}>
          <CloseIcon />
        </IconButton>
      )}
      <IconButton label={text.search.help} keys="mod+/" className={styles['small']} onClick={onHelp}>
        <HelpIcon />
      </IconButton>
    </>
  );
}
