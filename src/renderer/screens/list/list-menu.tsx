import { IconButton } from '../../components/button.tsx';
import { SortIcon } from '../../components/icons.ts';
import { Menu, MenuChoices, MenuLine, MenuSwitch } from '../../components/menu.tsx';
import type { Density } from '../../state/preferences.ts';
import { text } from '../../text/text.ts';

type SortName = keyof typeof text.list.sorts;

export type ListLook = {
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  /** `null` where the order makes no groups. */
  readonly isGrouped: boolean | null;
  readonly onGrouped: (isGrouped: boolean) => void;
};

type ListMenuProps<T extends SortName> = {
  readonly sort: T;
  readonly sorts: readonly T[];
  readonly onSort: (sort: T) => void;
  readonly look: ListLook;
};

const densities: readonly Density[] = ['comfortable', 'compact'];

/** In which order a list stands, and how its rows look. */
export function ListMenu<T extends SortName>({ sort, sorts, onSort, look }: ListMenuProps<T>) {
  return (
    <Menu
      trigger={
        <IconButton label={text.list.sortAndLook}>
          <SortIcon />
        </IconButton>
      }
    >
      <MenuChoices
        label={text.list.sort}
        value={sort}
        options={sorts.map((value) => ({ value, label: text.list.sorts[value] }))}
        onChange={onSort}
      />
      <MenuLine />
      {look.isGrouped === null ? null : (
        <>
          <MenuSwitch label={text.list.grouped} isOn={look.isGrouped} onChange={look.onGrouped} />
          <MenuLine />
        </>
      )}
      <MenuChoices
        label={text.list.rows}
        value={look.density}
        options={densities.map((value) => ({ value, label: text.list.densities[value] }))}
        onChange={look.onDensity}
      />
    </Menu>
  );
}
