import type { Facets } from '#contract/search.ts';
import { DownIcon } from '../../components/icons.ts';
import { Menu, MenuItems } from '../../components/menu.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { facetNames, type FacetName } from './query-edit.ts';
import styles from './search.module.css';

type FacetRowProps = {
  readonly facets: Facets;
  readonly onNarrow: (facet: FacetName, value: string) => void;
};

/** What the result is made of: a menu for each kind of value, each value with its count. */
export function FacetRow({ facets, onNarrow }: FacetRowProps) {
  const present = facetNames.filter((name) => facets[name].length > 0);
  if (present.length === 0) return null;
  return (
    <div role="group" aria-label={text.search.narrow} className={styles['facets']}>
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
            items={facets[name].map(({ value, count }) => ({
              kind: 'act',
              label: value,
              count: formatNumber(count),
              run: () => onNarrow(name, value),
            }))}
          />
        </Menu>
      ))}
    </div>
  );
}
