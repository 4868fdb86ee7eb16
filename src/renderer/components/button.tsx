import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';
import styles from './button.module.css';

type ButtonProps = ComponentProps<'button'> & { readonly look?: 'accent' | 'plain' | 'quiet' };

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" className={joinClasses(styles['button'], styles[look], className)} {...rest} />;
}

type IconButtonProps = ComponentProps<'button'> & {
  /** Its name: read aloud, and shown as a tip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isPressed?: boolean | undefined;
  readonly children: ReactNode;
};

/** A button that is an icon only; the tip says what it does and which key does the same. */
export function IconButton({ label, keys, isPressed, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      {/* The trigger keeps `disabled` to itself (it means: no tip), so the button is given its own properties. */}
      <Tooltip.Trigger
        render={
          <button
            type="button"
            aria-label={label}
            aria-pressed={isPressed}
            className={joinClasses(styles['icon'], className)}
            {...rest}
          />
        }
      >
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles['tipPlace']}>
          <Tooltip.Popup className={styles['tip']}>
            {label}
            {keys === undefined ? null : <KeyHint keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export function joinClasses(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
