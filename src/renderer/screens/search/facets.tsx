import type { Facets } from '#contract/search.ts';
import { CloseIcon, DownIcon } from '../../components/icons.ts';
import { Menu, MenuItems, MenuNote } from '../../components/menu.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { addFilter, facetNames, filtersOf, removeFilter, type QueryFilter } from './query-edit.ts';
import styles from './search.module.css';

type FacetRowProps = {
  readonly query: string;
  readonly facets: Facets | null;
  readonly onQuery: (query: string) => void;
};

/** The filters that stand in the query, and what else the result could be narrowed to. The query remains the truth. */
export function FacetRow({ query, facets, onQuery }: FacetRowProps) {
  const filters = filtersOf(query);
  const present = facets === null ? [] : facetNames.filter((name) => facets[name].length > 0);
  if (filters.length === 0 && present.length === 0) return null;
  return (
    <div className={styles['facets']}>
      {filters.length === 0 ? null : (
        <ul aria-label={text.search.chips} className={styles['chips']}>
          {filters.map((filter) => (
            <Chip key={filter.start} filter={filter} onRemove={() => onQuery(removeFilter(query, filter))} />
          ))}
        </ul>
      )}
      <div role="group" aria-label={text.search.narrow} className={styles['facetMenus']}>
        {present.map((name) => (
          <Menu
            key={name}
            align="start"
            trigger={
              <button type="button" className={styles['facet']}>
                {text.search.facets[name]}
                <DownIcon size={13} />
              </button>
            }
          >
            <MenuItems
              items={(facets?.[name] ?? []).map(({ value, count }) => ({
                kind: 'act',
                label: value,
                count: formatNumber(count),
                run: ({ shiftKey }) => onQuery(addFilter(query, name, value, shiftKey)),
              }))}
            />
            <MenuNote>
              <KeyHint keys="shift" /> {text.search.leaveOut}
            </MenuNote>
          </Menu>
        ))}
      </div>
    </div>
  );
}

function Chip({ filter, onRemove }: { readonly filter: QueryFilter; readonly onRemove: () => void }) {
  const { field, value, isNegated } = filter;
  const name = `${isNegated ? `${text.search.without} ` : ''}${field} ${value}`;
  return (
    <li>
      <button
        type="button"
        aria-label={text.search.removeFilter(name)}
        title={text.search.removeFilter(name)}
        className={styles['filterChip']}
        onClick={onRemove}
      >
        <span className={styles['filterField']}>
          {isNegated ? `${text.search.without} ` : ''}
          {field}
        </span>{' '}
        <span className={styles['filterValue']}>{value}</span>
        <CloseIcon size={12} />
      </button>
    </li>
  );
}
