import { useId } from 'react';
import { joinClasses } from './button.tsx';
import styles from './choice.module.css';

type ChoiceProps<T extends string> = {
  /** Read aloud; what stands beside it says the same to those who see it. */
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
  /** Where there is little room. */
  readonly isSmall?: boolean;
};

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, value, options, onChange, isSmall }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={joinClasses(styles['choice'], isSmall && styles['small'])}>
      <legend className="visually-hidden">{label}</legend>
      {(Object.keys(options) as T[]).map((option) => (
        <label key={option} className={styles['option']}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {options[option]}
        </label>
      ))}
    </fieldset>
  );
}
