import type { SearchPage } from '#contract/search.ts';
import { joinClasses } from '../../components/button.tsx';
import { WarnIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { FacetRow } from './facets.tsx';
import type { FacetName } from './query-edit.ts';
import styles from './search.module.css';

type SearchHeadProps = {
  readonly found: SearchPage | null;
  /** The shelf one stood before, when the search may be kept to it. */
  readonly placeName: string | null;
  readonly isInPlace: boolean;
  readonly onInPlace: (isInPlace: boolean) => void;
  readonly onNarrow: (facet: FacetName, value: string) => void;
};

/** What stands between the field and the rows while searching: where, a mistake if there is one, and facets. */
export function SearchHead({ found, placeName, isInPlace, onInPlace, onNarrow }: SearchHeadProps) {
  return (
    <div className={styles['head']}>
      {placeName === null ? null : (
        <div role="group" aria-label={text.search.where} className={styles['scope']}>
          <ScopeButton isOn={!isInPlace} label={text.search.everywhere} onClick={() => onInPlace(false)} />
          <ScopeButton isOn={isInPlace} label={text.search.inPlace(placeName)} onClick={() => onInPlace(true)} />
        </div>
      )}
      {found?.problem ? (
        <p role="status" className={styles['problem']}>
          <WarnIcon size={14} />
          <span>
            {asSentence(found.problem.message)}
            {found.problem.readAs === '' ? null : (
              <>
                {' '}
                {text.search.readAs} <code>{found.problem.readAs}</code>
              </>
            )}
          </span>
        </p>
      ) : null}
      {found === null ? null : <FacetRow facets={found.facets} onNarrow={onNarrow} />}
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

/** The back end names a mistake in a few words; in the window it stands as a sentence. */
function asSentence(words: string): string {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
