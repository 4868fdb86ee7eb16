import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Taken } from './completion.ts';
import { take, type Offer, type Offers } from './offers.ts';
import { useOffers } from './use-offers.ts';

export type Completion = {
  readonly offers: Offers | null;
  /** The line that the arrows have chosen; `null` while Enter means to search. */
  readonly active: number | null;
  readonly point: (index: number | null) => void;
  /** Typing opens the list. */
  readonly open: (field: HTMLInputElement) => void;
  /** Coming into the field opens it too, but not over what was just searched for. */
  readonly enter: (field: HTMLInputElement) => void;
  /** A caret that moves only takes an open list along: what was closed stays closed. */
  readonly follow: (field: HTMLInputElement) => void;
  readonly close: () => void;
  /** What is typed is searched for: nothing more is offered for it. */
  readonly settle: () => void;
  /** The query with an offer put in; `null` for one that is no query. */
  readonly take: (offer: Offer) => Taken | null;
};

/** Where the caret stands, what is offered there, and which of it is chosen. */
export function useCompletion(typed: string, input: RefObject<HTMLInputElement | null>): Completion {
  const [state, setState] = useState({ caret: 0, isOpen: false, chosen: null as number | null, of: '', settled: '' });
  const wantedCaret = useRef<number | null>(null);
  const { wanted, offers } = useOffers(typed, state.caret, state.isOpen);
  // A choice among other offers is none.
  const of = JSON.stringify(wanted);

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    input.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });

  const close = () => setState((now) => ({ ...now, isOpen: false, chosen: null }));
  const open = (field: HTMLInputElement) => setState((now) => ({ ...now, caret: caretOf(field), isOpen: true }));
  return {
    offers,
    active: offers !== null && state.of === of ? state.chosen : null,
    point: (chosen) => setState((now) => ({ ...now, chosen, of })),
    open,
    enter(field) {
      if (field.value === '' || field.value !== state.settled) open(field);
    },
    follow: (field) => setState((now) => (now.caret === caretOf(field) ? now : { ...now, caret: caretOf(field) })),
    close,
    settle: () => setState((now) => ({ ...now, isOpen: false, chosen: null, settled: typed })),
    take(offer) {
      const taken = wanted === null ? null : take(typed, wanted, offer);
      if (taken === null) {
        close();
        return null;
      }
      wantedCaret.current = taken.caret;
      // Behind a field's name its values come next; a value is an end.
      setState((now) => ({ ...now, caret: taken.caret, isOpen: offer.kind === 'field', chosen: null, of: '' }));
      return taken;
    },
  };
}

export type CompletionKey =
  | { readonly kind: 'choose'; readonly index: number | null }
  | { readonly kind: 'take'; readonly index: number }
  | { readonly kind: 'close' };

/**
 * What a key means while the list is open; `null` for a key that keeps its own meaning.
 *
 * Enter takes only what an arrow has chosen, so that a plain search is never stolen. Tab takes that too, or the
 * first of the values when one has been begun; else it goes on to the next control.
 */
export function completionKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { offers, tabTakes }: Pick<Offers, 'offers' | 'tabTakes'>,
  active: number | null,
): CompletionKey | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      return { kind: 'choose', index: nextLine(active, offers.length, key === 'ArrowDown' ? 1 : -1) };
    case 'Escape':
      return { kind: 'close' };
    case 'Enter':
      return active === null ? null : { kind: 'take', index: active };
    case 'Tab':
      if (shiftKey || (active === null && !tabTakes)) return null;
      return { kind: 'take', index: active ?? 0 };
    default:
      return null;
  }
}

/** A step through the lines, with the field itself between the last and the first. */
function nextLine(active: number | null, count: number, step: 1 | -1): number | null {
  const next = active === null ? (step === 1 ? 0 : count - 1) : active + step;
  return next < 0 || next >= count ? null : next;
}

function caretOf(field: HTMLInputElement): number {
  return field.selectionStart ?? field.value.length;
}
