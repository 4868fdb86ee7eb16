import type { HighlightColour } from '#contract/highlight.ts';
import { IconButton, joinClasses } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import styles from './colours.module.css';

/** In the order of the keys 1 to 5. */
export const colours: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink', 'underline'];

type ColourButtonsProps = {
  readonly chosen: HighlightColour | null;
  readonly isDisabled?: boolean;
  /** True where the keys 1 to 5 do the same. */
  readonly hasKeys?: boolean;
  readonly onChoose: (colour: HighlightColour) => void;
};

/** The ways to mark, each shown on a letter as it will look in the text. */
export function ColourButtons({ chosen, isDisabled = false, hasKeys = false, onChoose }: ColourButtonsProps) {
  return colours.map((colour, at) => (
    <IconButton
      key={colour}
      label={text.highlights.colours[colour]}
      keys={hasKeys ? `${at + 1}` : undefined}
      isPressed={chosen === colour}
      disabled={isDisabled}
      className={styles['choice']}
      onClick={() => onChoose(colour)}
    >
      <Swatch colour={colour} />
    </IconButton>
  ));
}

export function Swatch({ colour }: { readonly colour: HighlightColour }) {
  return (
    <span aria-hidden="true" className={joinClasses(styles['swatch'], styles[colour])}>
      a
    </span>
  );
}
