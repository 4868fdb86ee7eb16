import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef, type ReactNode, type RefObject } from 'react';
import { text } from '../text/text.ts';
import { IconButton, joinClasses } from './button.tsx';
import { CloseIcon } from './icons.ts';
import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `whole`: as high and wide as the window lets it. */
  readonly size?: 'small' | 'medium' | 'large' | 'whole';
  /** `bare`: the title is read aloud only, and the content fills the frame. */
  readonly look?: 'titled' | 'bare';
  /** What has the focus at first; without it the sheet itself, so that it can be scrolled by keys. */
  readonly firstFocus?: RefObject<HTMLElement | null>;
};

/** A sheet over the window. It is there as long as it is drawn; closing is its owner's doing. */
export function Dialog({ title, onClose, children, size = 'medium', look = 'titled', firstFocus }: DialogProps) {
  const sheet = useRef<HTMLDivElement>(null);
  // At once: Base UI itself waits for a frame, and what is typed in it would go to what had the focus before.
  const takeFocus = () => {
    const first = (firstFocus ?? sheet).current;
    first?.focus({ preventScroll: true });
    return document.activeElement === first ? false : (first ?? true);
  };
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Viewport className={joinClasses(styles['viewport'], styles[look])}>
          <Base.Popup ref={sheet} className={joinClasses(styles['sheet'], styles[size])} initialFocus={takeFocus}>
            {look === 'bare' ? (
              <Base.Title className="visually-hidden">{title}</Base.Title>
            ) : (
              <header className={styles['head']}>
                <Base.Title className={styles['title']}>{title}</Base.Title>
                <IconButton label={text.dialog.close} keys="Escape" onClick={onClose}>
                  <CloseIcon />
                </IconButton>
              </header>
            )}
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
