import type { Collection } from '#contract/collections.ts';
import type { Rule } from '#contract/rules.ts';
import { Button, IconButton, joinClasses } from '../../components/button.tsx';
import { CorrectIcon, TrashIcon } from '../../components/icons.ts';
import { useQuery } from '../../state/backend.tsx';
import type { OrganiseActs } from '../../state/organise-acts.ts';
import { readNextId } from '../../state/view.ts';
import { formatNames } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import styles from './rules.module.css';

type RuleRowProps = {
  readonly rule: Rule;
  readonly collections: readonly Collection[];
  readonly isReadOnly: boolean;
  readonly acts: OrganiseActs['rules'];
  readonly onEdit: (rule: Rule) => void;
};

/** One rule: what it looks for, what it does, and what it would find in the library as it is. */
export function RuleRow({ rule, collections, isReadOnly, acts, onEdit }: RuleRowProps) {
  const found = useQuery('rules.preview', { query: rule.query }).value;
  const total = found?.total;
  return (
    <li className={joinClasses(styles['rule'], !rule.isOn && styles['off'])}>
      <input
        type="checkbox"
        aria-label={text.rules.on(rule.query)}
        checked={rule.isOn}
        disabled={isReadOnly}
        onChange={(event) => void acts.turn(rule, event.target.checked)}
        className={styles['switch']}
      />
      <div className={styles['words']}>
        <p className={styles['when']}>
          {text.rules.when} <code>{rule.query}</code>
        </p>
        <p className={styles['deeds']}>{formatNames(deedsOf(rule, collections))}</p>
        {found?.problem ? <p className={styles['problem']}>{text.saved.problem(found.problem)}</p> : null}
      </div>
      {isReadOnly ? null : (
        <div className={styles['acts']}>
          <Button disabled={total === 0} onClick={() => void acts.apply(rule)}>
            {total === undefined ? text.rules.apply : text.rules.applyCount(total)}
          </Button>
          <IconButton label={text.rules.edit} onClick={() => onEdit(rule)}>
            <CorrectIcon />
          </IconButton>
          <IconButton label={text.rules.remove} onClick={() => void acts.remove(rule)}>
            <TrashIcon />
          </IconButton>
        </div>
      )}
    </li>
  );
}

/** What a rule does, in words. */
function deedsOf({ tags, state, favourite, collection }: Rule, collections: readonly Collection[]): string[] {
  const { deed } = text.rules;
  return [
    ...(tags.length > 0 ? [deed.tags(tags)] : []),
    ...(state === null ? [] : [deed.state[state]]),
    ...(favourite ? [deed.favourite] : []),
    ...(collection === null ? [] : [deed.collection(nameOf(collection, collections))]),
  ];
}

function nameOf(id: string, collections: readonly Collection[]): string {
  if (id === readNextId) return text.shelves.names.readNext;
  return collections.find((one) => one.id === id)?.name ?? text.collections.gone;
}
