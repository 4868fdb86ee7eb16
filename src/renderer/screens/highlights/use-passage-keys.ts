import { useEffect } from 'react';
import type { HighlightColour } from '#contract/highlight.ts';
import { letterOf } from '../library/keys.ts';
import { colours } from './colours.tsx';
import type { SelectedPassage } from './use-selected-passage.ts';

type Parts = {
  readonly selected: SelectedPassage;
  readonly isReadOnly: boolean;
  readonly colour: HighlightColour;
  readonly mark: (colour: HighlightColour) => void;
  readonly annotate: () => void;
};

/**
 * The keys of a selected passage, as long as there is one: 1 to 5 mark it in a colour, h or Enter in the last one, n
 * with a note, Escape lets it go. Arrows up and down move it by sentences, left and right by words; with shift they
 * move its end alone.
 */
export function usePassageKeys(parts: Parts): void {
  const { selected, isReadOnly, colour, mark, annotate } = parts;
  const { place, isByKeys, move, clear } = selected;
  useEffect(() => {
    if (place === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const work = workOf(event);
      if (work === undefined) return;
      event.preventDefault();
      work();
    };
    const workOf = (event: KeyboardEvent): (() => void) | undefined => {
      const step = stepOf(event.key);
      if (step) {
        const [size, direction] = step;
        return isByKeys || event.shiftKey ? () => move(size, direction, event.shiftKey) : undefined;
      }
      if (event.key === 'Escape') return () => clear(place);
      if (event.shiftKey || isReadOnly) return undefined;
      const chosen = colours[Number(event.key) - 1];
      if (chosen) return () => mark(chosen);
      const letter = letterOf(event);
      if (letter === 'h' || (letter === 'enter' && isByKeys)) return () => mark(colour);
      return letter === 'n' ? annotate : undefined;
    };
    // Before the keys of the window, of which some are the same.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [place, isByKeys, isReadOnly, colour, move, clear, mark, annotate]);
}

function stepOf(key: string): readonly ['sentence' | 'word', 1 | -1] | undefined {
  switch (key) {
    case 'ArrowDown':
      return ['sentence', 1];
    case 'ArrowUp':
      return ['sentence', -1];
    case 'ArrowRight':
      return ['word', 1];
    case 'ArrowLeft':
      return ['word', -1];
    default:
      return undefined;
  }
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],[role=menu],input,textarea,select') !== null;
}
