import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { joinClasses } from './button.tsx';
import styles from './popover.module.css';

type PopoverProps = {
  readonly title: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly isTitleShown?: boolean;
  readonly isWide?: boolean;
  readonly align?: 'start' | 'center' | 'end';
  /** Given where something else than its button may close it. */
  readonly isOpen?: boolean | undefined;
  readonly onOpen?: ((isOpen: boolean) => void) | undefined;
};

/** A small sheet that belongs to the button it drops from. */
export function Popover({
  title,
  trigger,
  children,
  isTitleShown = false,
  isWide = false,
  align = 'end',
  isOpen,
  onOpen,
}: PopoverProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(isNow) => onOpen?.(isNow)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className={styles['place']}>
          <Base.Popup className={joinClasses(styles['popup'], isWide && styles['wide'])}>
            <Base.Title className={isTitleShown ? styles['title'] : 'visually-hidden'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type AnchoredPopoverProps = {
  readonly title: string;
  /** What it points at; looked up when it is placed. */
  readonly anchor: () => Element | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A small sheet that belongs to something that is no button. It is there as long as it is drawn. */
export function AnchoredPopover({ title, anchor, onClose, children }: AnchoredPopoverProps) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="right"
          sideOffset={-24}
          align="start"
          collisionPadding={8}
          className={styles['place']}
        >
          <Base.Popup className={joinClasses(styles['popup'], styles['wide'])}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a popover that also closes it. */
export const PopoverClose = Base.Close;
