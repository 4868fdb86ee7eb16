import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon } from './icons.ts';
import { KeyHint } from './key-hint.tsx';
import styles from './menu.module.css';

export type MenuItem =
  | {
      readonly kind: 'act';
      readonly label: string;
      readonly icon?: ReactNode;
      readonly keys?: string | undefined;
      readonly count?: string;
      readonly isDisabled?: boolean;
      readonly run: (press: MenuPress) => void;
    }
  | { readonly kind: 'link'; readonly label: string; readonly icon?: ReactNode; readonly address: string }
  | { readonly kind: 'line' };

/** Which keys were held as an item was taken, by pointer or by Enter. */
export type MenuPress = { readonly shiftKey: boolean };

type MenuProps = {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
};

/** A menu that drops from a button. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className={styles['place']}>
          <Base.Popup className={styles['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A menu for what lies under the pointer. `children` is the ground that is pressed upon. */
export function ContextMenu({
  items,
  children,
}: {
  readonly items: readonly MenuItem[];
  readonly children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <BaseContext.Root>
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal>
        <BaseContext.Positioner className={styles['place']} collisionPadding={8}>
          <BaseContext.Popup className={styles['popup']}>
            <MenuItems items={items} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

export function MenuItems({ items }: { readonly items: readonly MenuItem[] }) {
  return items.map((item, at) => <MenuRow key={item.kind === 'line' ? `line-${at}` : item.label} item={item} />);
}

function MenuRow({ item }: { readonly item: MenuItem }) {
  switch (item.kind) {
    case 'line':
      return <MenuLine />;
    case 'link':
      return (
        <Base.LinkItem className={styles['item']} href={item.address} target="_blank" rel="noopener noreferrer">
          <span className={styles['icon']}>{item.icon}</span>
          <span className={styles['label']}>{item.label}</span>
        </Base.LinkItem>
      );
    case 'act':
      return (
        <Base.Item
          className={styles['item']}
          disabled={item.isDisabled ?? false}
          onClick={({ shiftKey }) => item.run({ shiftKey })}
          // The press that the menu makes of Enter does not say which keys were held.
          onKeyDown={(event) => {
            if (!event.shiftKey || event.key !== 'Enter') return;
            event.preventDefault();
            event.currentTarget.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
          }}
        >
          {item.icon === undefined ? null : <span className={styles['icon']}>{item.icon}</span>}
          <span className={styles['label']}>{item.label}</span>
          {item.keys === undefined ? null : <KeyHint keys={item.keys} />}
          {item.count === undefined ? null : <span className={styles['count']}>{item.count}</span>}
        </Base.Item>
      );
  }
}

/** Something that is on or off, inside a menu. */
export function MenuSwitch(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Base.CheckboxItem checked={props.isOn} onCheckedChange={props.onChange} closeOnClick className={styles['item']}>
      <span className={styles['icon']}>
        <Base.CheckboxItemIndicator>
          <CheckIcon />
        </Base.CheckboxItemIndicator>
      </span>
      <span className={styles['label']}>{props.label}</span>
    </Base.CheckboxItem>
  );
}

export function MenuLine() {
  return <Base.Separator className={styles['line']} />;
}

/** A word about the items, at the end of a menu. */
export function MenuNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles['note']}>{children}</p>;
}

type ChoicesProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** One of several, inside a menu. */
export function MenuChoices<T extends string>({ label, value, options, onChange }: ChoicesProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles['group']}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={styles['item']}>
            <span className={styles['icon']}>
              <Base.RadioItemIndicator>
                <CheckIcon />
              </Base.RadioItemIndicator>
            </span>
            <span className={styles['label']}>{option.label}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
