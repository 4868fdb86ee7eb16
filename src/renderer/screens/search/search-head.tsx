import type { LibraryStatus } from '#contract/library.ts';
import type { QueryProblem, SearchPage } from '#contract/search.ts';
import type { SavedSearch } from '#contract/searches.ts';
import { joinClasses } from '../../components/button.tsx';
import { WarnIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { FacetRow } from './facets.tsx';
import { asSentence, isBegun, placeOf } from './problem.ts';
import styles from './search.module.css';

type SearchHeadProps = {
  readonly query: string;
  readonly found: SearchPage | null;
  /** The shelf one stood before, when the search may be kept to it. */
  readonly placeName: string | null;
  readonly isInPlace: boolean;
  readonly onInPlace: (isInPlace: boolean) => void;
  readonly onQuery: (query: string) => void;
  readonly indexing: LibraryStatus['indexing'];
  /** The saved search that this one began as, when its query is another by now. */
  readonly changedFrom: SavedSearch | null;
  readonly onUpdate: () => void;
  readonly onSaveAsNew: () => void;
};

/** What stands between the field and the rows while searching: where, a mistake if there is one, and filters. */
export function SearchHead(props: SearchHeadProps) {
  const { query, found, placeName, isInPlace, onInPlace, onQuery, indexing, changedFrom } = props;
  return (
    <div className={styles['head']}>
      {placeName === null ? null : (
        <div role="group" aria-label={text.search.where} className={styles['scope']}>
          <ScopeButton isOn={!isInPlace} label={text.search.everywhere} onClick={() => onInPlace(false)} />
          <ScopeButton isOn={isInPlace} label={text.search.inPlace(placeName)} onClick={() => onInPlace(true)} />
        </div>
      )}
      {indexing === null ? null : (
        <p role="status" className={styles['building']}>
          {text.search.building(indexing.done, indexing.total)}
        </p>
      )}
      {found?.problem ? <Problem query={found.query} problem={found.problem} onQuery={onQuery} /> : null}
      {changedFrom === null ? null : (
        <div className={styles['changed']}>
          <span className={styles['changedName']}>{text.search.changed}</span>
          <button
            type="button"
            aria-label={text.search.update(changedFrom.name)}
            className={styles['link']}
            onClick={props.onUpdate}
          >
            {text.search.updateShort}
          </button>
          <button type="button" className={styles['link']} onClick={props.onSaveAsNew}>
            {text.search.saveAsNew}
          </button>
        </div>
      )}
      <FacetRow query={query} facets={found?.facets ?? null} onQuery={onQuery} />
    </div>
  );
}

type ProblemProps = {
  readonly query: string;
  readonly problem: QueryProblem;
  readonly onQuery: (query: string) => void;
};

/** What was wrong and where, and what was answered instead; a press takes that over into the field. */
function Problem({ query, problem, onQuery }: ProblemProps) {
  const { readAs } = problem;
  const place = placeOf(query, problem);
  return (
    <div className={joinClasses(styles['problem'], isBegun(query, problem) && styles['begun'])}>
      <WarnIcon size={14} />
      <p>
        {place === '' ? null : (
          <>
            <code className={styles['place']}>{place}</code>{' '}
          </>
        )}
        <span role="status">{asSentence(text.search.problem(problem))}</span>
        {readAs === '' ? null : (
          <>
            {' '}
            {text.search.readAs}{' '}
            <button
              type="button"
              aria-label={text.search.takeReadAs(readAs)}
              className={styles['readAs']}
              onClick={() => onQuery(readAs)}
            >
              {readAs}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function ScopeButton({
  isOn,
  label,
  onClick,
}: {
  readonly isOn: boolean;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className={joinClasses(styles['scopeButton'], isOn && styles['on'])}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
