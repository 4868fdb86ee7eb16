import { useDeferredValue, useId, useState, type FormEvent } from 'react';
import type { Collection } from '#contract/collections.ts';
import type { NewRule, Rule } from '#contract/rules.ts';
import { Button } from '../../components/button.tsx';
import { useQuery } from '../../state/backend.tsx';
import { readNextId } from '../../state/view.ts';
import { text } from '../../text/text.ts';
import { cleanTag } from '../library/tag-offers.ts';
import styles from './rules.module.css';

type Deeds = Required<NewRule>;
type State = NonNullable<Rule['state']>;

type RuleEditorProps = {
  /** `null`: a new one. */
  readonly rule: Rule | null;
  readonly collections: readonly Collection[];
  readonly onSave: (rule: Deeds) => void;
  readonly onCancel: () => void;
};

/** What a rule looks for and does. How many articles the search finds is told while it is typed. */
export function RuleEditor({ rule, collections, onSave, onCancel }: RuleEditorProps) {
  const id = useId();
  const [query, setQuery] = useState(rule?.query ?? '');
  const [tags, setTags] = useState(rule?.tags.join(', ') ?? '');
  const [state, setState] = useState<State | null>(rule?.state ?? null);
  const [favourite, setFavourite] = useState(rule?.favourite ?? false);
  const [collection, setCollection] = useState<string | null>(rule?.collection ?? null);
  const deeds: Deeds = { query: query.trim(), tags: tagsOf(tags), state, favourite, collection };
  const doesSomething = deeds.tags.length > 0 || state !== null || favourite || collection !== null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (deeds.query !== '' && doesSomething) onSave(deeds);
  };
  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <label htmlFor={`${id}-query`}>{text.rules.when}</label>
      <div>
        <input
          id={`${id}-query`}
          // The form was asked for just now: its first field is where one goes on.
          ref={focusOnce}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={query}
          aria-describedby={`${id}-found`}
          onChange={(event) => setQuery(event.target.value)}
          className={styles['query']}
        />
        <Found id={`${id}-found`} query={deeds.query} />
      </div>
      <label htmlFor={`${id}-tags`}>{text.rules.tags}</label>
      <div>
        <input
          id={`${id}-tags`}
          type="text"
          autoComplete="off"
          value={tags}
          aria-describedby={`${id}-tags-hint`}
          onChange={(event) => setTags(event.target.value)}
        />
        <p id={`${id}-tags-hint`} className={styles['hint']}>
          {text.rules.tagsHint}
        </p>
      </div>
      <label htmlFor={`${id}-state`}>{text.rules.state}</label>
      <select
        id={`${id}-state`}
        value={state ?? ''}
        onChange={(event) => setState(event.target.value === '' ? null : (event.target.value as State))}
      >
        <option value="">{text.rules.states.leave}</option>
        <option value="archived">{text.rules.states.archived}</option>
        <option value="reading">{text.rules.states.reading}</option>
      </select>
      <label htmlFor={`${id}-collection`}>{text.rules.collection}</label>
      <select
        id={`${id}-collection`}
        value={collection ?? ''}
        onChange={(event) => setCollection(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{text.rules.noCollection}</option>
        <option value={readNextId}>{text.shelves.names.readNext}</option>
        {collections.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-favourite`}>{text.rules.favourite}</label>
      <input
        id={`${id}-favourite`}
        type="checkbox"
        checked={favourite}
        onChange={(event) => setFavourite(event.target.checked)}
        className={styles['switch']}
      />
      <footer className={styles['foot']}>
        <span className={styles['hint']}>{doesSomething ? '' : text.rules.needsDeed}</span>
        <Button look="quiet" onClick={onCancel}>
          {text.dialog.cancel}
        </Button>
        <Button type="submit" look="accent" disabled={deeds.query === '' || !doesSomething}>
          {text.rules.save}
        </Button>
      </footer>
    </form>
  );
}

function Found({ id, query }: { readonly id: string; readonly query: string }) {
  const asked = useDeferredValue(query);
  const found = useQuery('rules.preview', asked === '' ? null : { query: asked }).value;
  const words = found === undefined ? text.rules.whenHint : text.rules.finds(found.total);
  return (
    <p id={id} role="status" className={found?.problem ? styles['problem'] : styles['hint']}>
      {found?.problem ? `${text.saved.problem(found.problem)} ` : ''}
      {words}
    </p>
  );
}

function tagsOf(typed: string): string[] {
  const tags = typed.split(',').map(cleanTag);
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
