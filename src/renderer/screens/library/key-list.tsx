import { useRef } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import type { Action } from './actions.ts';
import styles from './library.module.css';

type KeyListProps = { readonly actions: readonly Action[]; readonly onClose: () => void };

const groups = ['move', 'article', 'window', 'go'] as const;

/** Every key there is, by subject. */
export function KeyList({ actions, onClose }: KeyListProps) {
  const groupsRef = useRef<HTMLDivElement>(null);
  return (
    <Dialog title={text.keys.title} size="large" onClose={onClose} firstFocus={groupsRef}>
      {/* In a low window the list is longer than the sheet, and is scrolled by keys too. */}
      <div ref={groupsRef} role="region" aria-label={text.keys.title} tabIndex={0} className={styles['keyGroups']}>
        {groups.map((group) => (
          <section key={group} className={styles['keyGroup']}>
            <h3 className={styles['keyHeading']}>{text.actionGroups[group]}</h3>
            <dl>
              {actions
                .filter((action) => action.group === group && action.keys.length > 0)
                .map(({ id, label, keys }) => (
                  <div key={id} className={styles['keyLine']}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((key) => (
                        <KeyHint key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
