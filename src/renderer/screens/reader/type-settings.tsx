import type { ReactNode } from 'react';
import { joinClasses } from '../../components/button.tsx';
import { useServices } from '../../state/backend.tsx';
import { lineSpacings, typeSizesPx, type Measure, type Preferences, type Theme } from '../../state/preferences.ts';
import { useWholeStore } from '../../state/store.ts';
import { text } from '../../text/text.ts';
import styles from './type-settings.module.css';

const themes: readonly Theme[] = ['system', 'paper', 'sepia', 'dark'];
const measures: readonly Measure[] = ['narrow', 'medium', 'wide'];

/** How the page looks. Every change shows at once and is kept. */
export function TypeSettings() {
  const { preferences } = useServices();
  const now = useWholeStore(preferences);
  const set = (change: Partial<Preferences>) => preferences.set((before) => ({ ...before, ...change }));
  const resize = (step: number) => set({ typeSizePx: clamp(now.typeSizePx + step, typeSizesPx) });
  const respace = (step: number) => {
    set({ lineSpacing: Number(clamp(now.lineSpacing + step * lineSpacings.step, lineSpacings).toFixed(1)) });
  };
  return (
    <div className={styles['settings']}>
      <fieldset className={styles['themes']}>
        <legend className="visually-hidden">{text.type.theme}</legend>
        {themes.map((theme) => (
          <label key={theme} className={joinClasses(styles['theme'], styles[theme])}>
            <input
              type="radio"
              name="theme"
              className="visually-hidden"
              checked={now.theme === theme}
              onChange={() => set({ theme })}
            />
            <span aria-hidden="true" className={styles['swatch']}>
              Aa
            </span>
            {text.type.themes[theme]}
          </label>
        ))}
      </fieldset>
      <Stepper
        label={text.type.size}
        value={`${now.typeSizePx}`}
        less={
          <StepButton
            label={text.type.smaller}
            sign="−"
            isEnd={now.typeSizePx <= typeSizesPx.smallest}
            onStep={() => resize(-1)}
          />
        }
        more={
          <StepButton
            label={text.type.larger}
            sign="+"
            isEnd={now.typeSizePx >= typeSizesPx.largest}
            onStep={() => resize(1)}
          />
        }
      />
      <Stepper
        label={text.type.spacing}
        value={now.lineSpacing.toFixed(1)}
        less={
          <StepButton
            label={text.type.tighter}
            sign="−"
            isEnd={now.lineSpacing <= lineSpacings.smallest}
            onStep={() => respace(-1)}
          />
        }
        more={
          <StepButton
            label={text.type.looser}
            sign="+"
            isEnd={now.lineSpacing >= lineSpacings.largest}
            onStep={() => respace(1)}
          />
        }
      />
      <fieldset className={styles['line']}>
        <legend className={styles['legend']}>{text.type.measure}</legend>
        <span className={styles['choices']}>
          {measures.map((measure) => (
            <label key={measure} className={styles['choice']}>
              <input
                type="radio"
                name="measure"
                className="visually-hidden"
                checked={now.measure === measure}
                onChange={() => set({ measure })}
              />
              {text.type.measures[measure]}
            </label>
          ))}
        </span>
      </fieldset>
    </div>
  );
}

type StepperProps = {
  readonly label: string;
  readonly value: string;
  readonly less: ReactNode;
  readonly more: ReactNode;
};

function Stepper({ label, value, less, more }: StepperProps) {
  return (
    <div role="group" aria-label={label} className={styles['line']}>
      <span>{label}</span>
      <span className={styles['stepper']}>
        {less}
        <output className={styles['value']}>{value}</output>
        {more}
      </span>
    </div>
  );
}

type StepButtonProps = {
  readonly label: string;
  readonly sign: string;
  readonly isEnd: boolean;
  readonly onStep: () => void;
};

function StepButton({ label, sign, isEnd, onStep }: StepButtonProps) {
  return (
    <button type="button" aria-label={label} aria-disabled={isEnd} className={styles['step']} onClick={onStep}>
      {sign}
    </button>
  );
}

function clamp(value: number, bounds: { readonly smallest: number; readonly largest: number }): number {
  return Math.min(bounds.largest, Math.max(bounds.smallest, value));
}
