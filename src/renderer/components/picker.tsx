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
export function Picker(props: PickerProps) {
  const { label, typed, onType, options, onPick, onEraseBack, empty } = props;
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, options.length - 1));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const count = options.length;
    const move = { ArrowDown: (active + 1) % count, ArrowUp: (active - 1 + count) % count }[event.key];
    if (move !== undefined && count > 0) {
      event.preventDefault();
      setActive(move);
      list.current?.children[move]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option) onPick(option.id);
    } else if (event.key === 'Backspace' && typed === '') {
      onEraseBack?.();
    }
  };
  const onChange = (next: string) => {
    setActive(0);
    onType(next);
  };

  return (
    <>
      <PickerField
        {...props}
        listId={listId}
        activeId={options.length > 0 ? `${listId}-${active}` : undefined}
        onType={onChange}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={label} className={styles['options']}>
        {options.map((option, index) => (
          <PickerOption
            key={option.id}
            id={`${listId}-${index}`}
            option={option}
            isActive={index === active}
            onPoint={() => index !== active && setActive(index)}
            onPick={onPick}
          />
        ))}
      </ul>
      {options.length === 0 ? <p className={styles['empty']}>{empty}</p> : null}
    </>
  );
}

type PickerFieldProps = PickerProps & {
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

function PickerField(props: PickerFieldProps) {
  const { label, placeholder, typed, onType, icon, before, field, listId, activeId, onKeyDown } = props;
  return (
    <div className={styles['field']}>
      {icon ?? <SearchIcon size={17} className={styles['glass']} />}
      {before}
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className={styles['input']}
      />
    </div>
  );
}

type PickerOptionProps = {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onPick: (id: string) => void;
};

/** The field keeps the focus and the keys; a press on an option is the pointer's way only. */
function PickerOption({ id, option, isActive, onPoint, onPick }: PickerOptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles['option']}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={() => onPick(option.id)}
    >
      {option.icon === undefined ? null : <span className={styles['icon']}>{option.icon}</span>}
      <span className={styles['label']}>{option.label}</span>
      {option.aside === undefined ? null : <span className={styles['aside']}>{option.aside}</span>}
    </li>
  );
}
