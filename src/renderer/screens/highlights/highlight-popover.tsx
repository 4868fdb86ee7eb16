import { Popover as Base } from '@base-ui/react/popover';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Highlight, HighlightColour } from '#contract/highlight.ts';
import { IconButton } from '../../components/button.tsx';
import { CloseIcon, CopyIcon, TrashIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { ColourButtons } from './colours.tsx';
import styles from './highlights.module.css';

type HighlightPopoverProps = {
  readonly highlight: Highlight;
  /** Where it stands in the window. */
  readonly rect: () => DOMRect;
  readonly beginsWithNote: boolean;
  readonly isReadOnly: boolean;
  readonly knownTags: readonly string[];
  readonly onColour: (colour: HighlightColour) => void;
  readonly onNote: (words: string) => void;
  readonly onTags: (add: readonly string[], remove: readonly string[]) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

/** Everything about one highlight, beside it. What was written is kept when it closes. */
export function HighlightPopover(props: HighlightPopoverProps) {
  const { highlight, rect, beginsWithNote, isReadOnly, onNote, onClose } = props;
  const popup = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const kept = useRef(highlight.annotation ?? '');
  const keep = () => {
    const words = note.current?.value.trim() ?? '';
    if (isReadOnly || words === kept.current) return;
    kept.current = words;
    onNote(words);
  };
  const close = () => {
    keep();
    onClose();
  };
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Base.Portal>
        <Base.Positioner
          anchor={{ getBoundingClientRect: rect }}
          side="bottom"
          sideOffset={8}
          collisionPadding={8}
          className={styles['popoverPlace']}
        >
          <Base.Popup
            ref={popup}
            className={styles['popover']}
            initialFocus={beginsWithNote ? note : popup}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close();
            }}
          >
            <Base.Title className="visually-hidden">{text.highlights.one}</Base.Title>
            <PopoverTop {...props} />
            <textarea
              ref={note}
              aria-label={text.highlights.noteLabel}
              placeholder={text.highlights.notePlaceholder}
              defaultValue={highlight.annotation ?? ''}
              readOnly={isReadOnly}
              rows={3}
              className={styles['note']}
              onBlur={keep}
            />
            <HighlightTags {...props} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function PopoverTop({ highlight, isReadOnly, onColour, onCopy, onRemove }: HighlightPopoverProps) {
  return (
    <div role="group" aria-label={text.highlights.colour} className={styles['popoverColours']}>
      <ColourButtons chosen={highlight.colour} isDisabled={isReadOnly} onChoose={onColour} />
      <span className={styles['barGap']} />
      <IconButton label={text.highlights.copy} onClick={onCopy}>
        <CopyIcon />
      </IconButton>
      <IconButton label={text.highlights.remove} disabled={isReadOnly} onClick={onRemove}>
        <TrashIcon />
      </IconButton>
    </div>
  );
}

/** The tags of a highlight: Enter or a comma adds what is typed, Backspace takes the last one off. */
function HighlightTags({ highlight, isReadOnly, knownTags, onTags }: HighlightPopoverProps) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  const { tags } = highlight;
  const add = () => {
    const tag = typed.trim();
    setTyped('');
    if (tag !== '' && !tags.includes(tag)) onTags([tag], []);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = tags.at(-1);
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      onTags([], [last]);
    }
  };
  return (
    <ul aria-label={text.highlights.tags} className={styles['tags']}>
      {tags.map((tag) => (
        <li key={tag} className={styles['tag']}>
          {tag}
          {isReadOnly ? null : (
            <button type="button" aria-label={text.reader.removeTag(tag)} onClick={() => onTags([], [tag])}>
              <CloseIcon size={12} />
            </button>
          )}
        </li>
      ))}
      {isReadOnly ? null : (
        <li className={styles['tagField']}>
          <input
            type="text"
            aria-label={text.highlights.addTag}
            placeholder={text.highlights.addTag}
            list={listId}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          <datalist id={listId}>
            {knownTags.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </datalist>
        </li>
      )}
    </ul>
  );
}
