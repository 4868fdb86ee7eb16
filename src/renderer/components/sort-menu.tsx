import { text } from '../text/text.ts';
import { IconButton } from './button.tsx';
import { SortIcon } from './icons.ts';
import { Menu, MenuChoices } from './menu.tsx';

type SortMenuProps<T extends string> = {
  /** What the choices are called. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** In which order a list stands. */
export function SortMenu<T extends string>(props: SortMenuProps<T>) {
  return (
    <Menu
      trigger={
        <IconButton label={text.list.sort}>
          <SortIcon />
        </IconButton>
      }
    >
      <MenuChoices {...props} />
    </Menu>
  );
}
