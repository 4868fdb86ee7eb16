import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Emblem } from '../../components/emblem.tsx';
import {
  AddIcon,
  AllIcon,
  HealthIcon,
  KeysIcon,
  MoreIcon,
  SearchIcon,
  SettingsIcon,
  ShelvesIcon,
  UndoIcon,
} from '../../components/icons.ts';
import { Menu, MenuChoices, MenuItems, type MenuItem } from '../../components/menu.tsx';
import type { Theme } from '../../state/preferences.ts';
import { text } from '../../text/text.ts';
import styles from './library.module.css';

type TopBarProps = {
  readonly search: ReactNode;
  readonly areShelvesShown: boolean;
  readonly canWrite: boolean;
  readonly theme: Theme;
  readonly onShelves: () => void;
  readonly onAdd: () => void;
  readonly onUndo: () => void;
  readonly onPalette: () => void;
  readonly onKeys: () => void;
  readonly onManage: (page: 'settings' | 'libraries' | 'health') => void;
  readonly onTheme: (theme: Theme) => void;
};

const themes: readonly Theme[] = ['system', 'paper', 'sepia', 'dark'];

/** The menu gives its focus back as it closes; the sheet comes after that. */
function manageItems(onManage: TopBarProps['onManage']): readonly MenuItem[] {
  const show = (page: 'settings' | 'libraries' | 'health') => () => void setTimeout(() => onManage(page));
  return [
    {
      kind: 'act',
      label: text.manage.pages.settings,
      icon: <SettingsIcon />,
      keys: 'mod+,',
      run: show('settings'),
    },
    { kind: 'act', label: text.manage.pages.libraries, icon: <AllIcon />, run: show('libraries') },
    { kind: 'act', label: text.manage.pages.health, icon: <HealthIcon />, run: show('health') },
  ];
}

export function TopBar(props: TopBarProps) {
  return (
    <header className={styles['top']}>
      <div className={styles['brand']}>
        <IconButton
          label={props.areShelvesShown ? text.top.hideShelves : text.top.showShelves}
          keys="["
          aria-expanded={props.areShelvesShown}
          onClick={props.onShelves}
        >
          <ShelvesIcon />
        </IconButton>
        <h1 className={styles['name']}>
          <Emblem sizePx={22} />
          <span className={styles['nameText']}>{text.appName}</span>
        </h1>
      </div>
      {props.search}
      <div className={styles['tools']}>
        <Button look="accent" className={styles['addButton']} disabled={!props.canWrite} onClick={props.onAdd}>
          <AddIcon size={16} />
          <span className={styles['addText']}>{text.top.add}</span>
        </Button>
        <Menu
          trigger={
            <IconButton label={text.top.menu}>
              <MoreIcon />
            </IconButton>
          }
        >
          <MenuItems
            items={[
              {
                kind: 'act',
                label: text.actions.palette,
                icon: <SearchIcon />,
                keys: 'mod+shift+p',
                run: props.onPalette,
              },
              { kind: 'act', label: text.actions.keys, icon: <KeysIcon />, keys: '?', run: props.onKeys },
              {
                kind: 'act',
                label: text.actions.undo,
                icon: <UndoIcon />,
                keys: 'z',
                isDisabled: !props.canWrite,
                run: props.onUndo,
              },
              { kind: 'line' },
              ...manageItems(props.onManage),
              { kind: 'line' },
            ]}
          />
          <MenuChoices
            label={text.type.theme}
            value={props.theme}
            options={themes.map((theme) => ({ value: theme, label: text.type.themes[theme] }))}
            onChange={props.onTheme}
          />
        </Menu>
      </div>
    </header>
  );
}
