import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { text } from '../../text/text.ts';
import styles from './library.module.css';

/** The shelves drawn over the list, where the window is too narrow to keep them beside it. */
export function ShelvesDrawer({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['drawerScrim']} />
        <Base.Popup className={styles['drawer']}>
          <Base.Title className="visually-hidden">{text.shelves.label}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
