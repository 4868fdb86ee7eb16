import { Popover as Base } from '@base-ui/react/popover';
import { useCallback, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { text } from '../../../text/text.ts';
import { contentOf } from './notes.ts';
import type { OpenNote } from './use-notes.ts';
import styles from './notes.module.css';

type NotePopoverProps = {
  readonly note: OpenNote;
  readonly language: string | null;
  readonly onGo: () => void;
  readonly onClose: () => void;
};

/** A note, in a small window at its mark. What stands in it was cleaned with the article it is copied from. */
export function NotePopover({ note: { mark, label, note }, language, onGo, onClose }: NotePopoverProps) {
  const popup = useRef<HTMLDivElement>(null);
  const fill = useCallback((element: HTMLElement | null) => element?.replaceChildren(contentOf(note)), [note]);
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={mark} side="bottom" sideOffset={8} collisionPadding={12} className={styles['place']}>
          <Base.Popup ref={popup} className={styles['popup']} initialFocus={popup} finalFocus={() => mark}>
            <Base.Title className={styles['title']}>{text.notes.title(label)}</Base.Title>
            {/* Longer than the window it is scrolled, by keys too. */}
            <div
              ref={fill}
              role="region"
              aria-label={text.notes.title(label)}
              tabIndex={0}
              lang={language ?? undefined}
              dir="auto"
              className={styles['words']}
            />
            <Button look="quiet" className={styles['go']} onClick={onGo}>
              {text.notes.go}
            </Button>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
