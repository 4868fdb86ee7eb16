import { useRef, useState } from 'react';
import type { Collection } from '#contract/collections.ts';
import type { Rule } from '#contract/rules.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { AddIcon, RuleIcon } from '../../components/icons.ts';
import { useQuery } from '../../state/backend.tsx';
import type { OrganiseActs } from '../../state/organise-acts.ts';
import { text } from '../../text/text.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';

type RulesDialogProps = {
  readonly collections: readonly Collection[];
  readonly isReadOnly: boolean;
  readonly acts: OrganiseActs['rules'];
  readonly onClose: () => void;
};

/** The rules: each as a sentence, to be switched, changed, applied and removed; and a form for one of them. */
export function RulesDialog({ collections, isReadOnly, acts, onClose }: RulesDialogProps) {
  const rules = useQuery('rules.list', {}).value?.rules;
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const makeButton = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEdited(null);
    requestAnimationFrame(() => makeButton.current?.focus());
  };
  return (
    <Dialog title={text.rules.title} size="large" onClose={onClose}>
      <div className={styles['sheet']}>
        {edited === null ? (
          <>
            <RuleList rules={rules} collections={collections} isReadOnly={isReadOnly} acts={acts} onEdit={setEdited} />
            {isReadOnly ? null : (
              <Button ref={makeButton} look="accent" className={styles['make']} onClick={() => setEdited('new')}>
                <AddIcon size={15} />
                {text.rules.make}
              </Button>
            )}
          </>
        ) : (
          <RuleEditor
            rule={edited === 'new' ? null : edited}
            collections={collections}
            onSave={(deeds) => {
              void (edited === 'new' ? acts.make(deeds) : acts.change({ id: edited.id, ...deeds }));
              leave();
            }}
            onCancel={leave}
          />
        )}
      </div>
    </Dialog>
  );
}

type RuleListProps = Omit<RulesDialogProps, 'onClose'> & {
  readonly rules: readonly Rule[] | undefined;
  readonly onEdit: (rule: Rule) => void;
};

function RuleList({ rules, ...rest }: RuleListProps) {
  if (rules === undefined) return null;
  if (rules.length === 0) {
    return (
      <div className={styles['none']}>
        <RuleIcon size={32} />
        <p className={styles['noneTitle']}>{text.rules.none}</p>
        <p>{text.rules.intro}</p>
        <p>{text.rules.noneHint}</p>
      </div>
    );
  }
  return (
    <>
      <p className={styles['intro']}>{text.rules.intro}</p>
      <ul aria-label={text.rules.title} className={styles['list']}>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} {...rest} />
        ))}
      </ul>
    </>
  );
}
