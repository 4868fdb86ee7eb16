import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { SearchIcon } from './icons.ts';
import styles from './picker.module.css';

export type Option = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** What stands at the end of the line: a key, a count, a tick. */
  readonly aside?: ReactNode;
};

type PickerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly options: readonly Option[];
  readonly onPick: (id: string) => void;
  /** Backspace in an empty field, as in any field of tags. */
  readonly onEraseBack?: () => void;
  readonly icon?: ReactNode;
  readonly before?: ReactNode;
  readonly empty: string;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** A field with the choices below it: type to narrow them, arrows to move, Enter to take one. */
export function Picker({
  label,
  placeholder,
  typed,
  onType,
  options,
  onPick,
  onEraseBack,
  icon,
  before,
  empty,
  field,
}: PickerProps) {
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, options.length - 1));

  const moveTo = (index: number) => {
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const count = options.length;
    const move = { ArrowDown: (active + 1) % count, ArrowUp: (active - 1 + count) % count }[event.key];
    if (move !== undefined && count > 0) {
      event.preventDefault();
      moveTo(move);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option) onPick(option.id);
    } else if (event.key === 'Backspace' && typed === '') {
      onEraseBack?.();
    }
  };

  return (
    <>
      <div className={styles['field']}>
        {icon ?? <SearchIcon size={17} className={styles['glass']} />}
        {before}
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setActive(0);
            onType(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className={styles['input']}
        />
      </div>
      <ul ref={list} id={listId} role="listbox" aria-label={label} className={styles['options']}>
        {options.map((option, index) => (
          // The field keeps the focus and the keys; a press on an option is the pointer's way only.
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles['option']}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== active && setActive(index)}
            onClick={() => onPick(option.id)}
          >
            {option.icon === undefined ? null : <span className={styles['icon']}>{option.icon}</span>}
            <span className={styles['label']}>{option.label}</span>
            {option.aside === undefined ? null : <span className={styles['aside']}>{option.aside}</span>}
          </li>
        ))}
      </ul>
      {options.length === 0 ? <p className={styles['empty']}>{empty}</p> : null}
    </>
  );
}
