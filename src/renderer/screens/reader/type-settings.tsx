import { useState, type ReactNode } from 'react';
import type { Article } from '#contract/article.ts';
import { joinClasses } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { useServices } from '../../state/backend.tsx';
import { lineSpacings, typeSizesPx, type Preferences, type Theme } from '../../state/preferences.ts';
import { useWholeStore } from '../../state/store.ts';
import { formatLanguage } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { canHyphenate } from './hyphenation.ts';
import styles from './type-settings.module.css';

const themes: readonly Theme[] = ['system', 'paper', 'sepia', 'dark'];

type Change = (change: Partial<Preferences>) => void;
type PartProps = { readonly now: Preferences; readonly onChange: Change };

/** How the page looks. Every change shows at once and is kept. */
export function TypeSettings({ article }: { readonly article: Article }) {
  const { preferences } = useServices();
  const now = useWholeStore(preferences);
  const set: Change = (change) => preferences.set((before) => ({ ...before, ...change }));
  return (
    <div className={styles['settings']}>
      <ThemeChoice now={now} onChange={set} />
      <SizeStepper now={now} onChange={set} />
      <SpacingStepper now={now} onChange={set} />
      <ChoiceLine
        label={text.type.measure}
        choices={text.type.measures}
        chosen={now.measure}
        onChoose={(measure) => set({ measure })}
      />
      <ChoiceLine
        label={text.type.typeface}
        choices={text.type.typefaces}
        chosen={now.typeface}
        onChoose={(typeface) => set({ typeface })}
      />
      <ChoiceLine
        label={text.type.paragraphs}
        choices={text.type.paragraphChoices}
        chosen={now.paragraphs}
        onChoose={(paragraphs) => set({ paragraphs })}
      />
      <Switch label={text.type.justified} isOn={now.isJustified} onSwitch={(isJustified) => set({ isJustified })} />
      <Switch label={text.type.hyphenated} isOn={now.isHyphenated} onSwitch={(isHyphenated) => set({ isHyphenated })} />
      {now.isHyphenated ? <HyphenationHint article={article} /> : null}
    </div>
  );
}

function ThemeChoice({ now, onChange }: PartProps) {
  return (
    <fieldset className={styles['themes']}>
      <legend className="visually-hidden">{text.type.theme}</legend>
      {themes.map((theme) => (
        <label key={theme} className={joinClasses(styles['theme'], styles[theme])}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={now.theme === theme}
            onChange={() => onChange({ theme })}
          />
          <span aria-hidden="true" className={styles['swatch']}>
            Aa
          </span>
          {text.type.themes[theme]}
        </label>
      ))}
    </fieldset>
  );
}

function SizeStepper({ now, onChange }: PartProps) {
  const { typeSizePx } = now;
  const resize = (step: number) => onChange({ typeSizePx: clamp(typeSizePx + step, typeSizesPx) });
  const { smallest, largest } = typeSizesPx;
  return (
    <Stepper
      label={text.type.size}
      value={`${typeSizePx}`}
      less={<StepButton label={text.type.smaller} sign="−" isEnd={typeSizePx <= smallest} onStep={() => resize(-1)} />}
      more={<StepButton label={text.type.larger} sign="+" isEnd={typeSizePx >= largest} onStep={() => resize(1)} />}
    />
  );
}

function SpacingStepper({ now, onChange }: PartProps) {
  const { lineSpacing } = now;
  const { smallest, largest, step } = lineSpacings;
  const respace = (steps: number) => {
    onChange({ lineSpacing: Number(clamp(lineSpacing + steps * step, lineSpacings).toFixed(1)) });
  };
  return (
    <Stepper
      label={text.type.spacing}
      value={lineSpacing.toFixed(1)}
      less={
        <StepButton label={text.type.tighter} sign="−" isEnd={lineSpacing <= smallest} onStep={() => respace(-1)} />
      }
      more={<StepButton label={text.type.looser} sign="+" isEnd={lineSpacing >= largest} onStep={() => respace(1)} />}
    />
  );
}

type ChoiceLineProps<T extends string> = {
  readonly label: string;
  /** What can be chosen, each with its name. */
  readonly choices: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (choice: T) => void;
};

function ChoiceLine<T extends string>({ label, choices, chosen, onChoose }: ChoiceLineProps<T>) {
  return (
    <div className={styles['line']}>
      <span aria-hidden="true">{label}</span>
      <Choice label={label} value={chosen} options={choices} onChange={onChoose} isSmall />
    </div>
  );
}

/** Says why no word is parted, where the browser does not know how. */
function HyphenationHint({ article: { language, html } }: { readonly article: Article }) {
  const [isKnown] = useState(() => language !== null && canHyphenate(language, html));
  if (isKnown) return null;
  return (
    <p className={styles['hint']}>
      {language === null ? text.type.languageUnknown : text.type.notHyphenated(formatLanguage(language))}
    </p>
  );
}

type SwitchProps = { readonly label: string; readonly isOn: boolean; readonly onSwitch: (isOn: boolean) => void };

function Switch({ label, isOn, onSwitch }: SwitchProps) {
  return (
    <label className={styles['line']}>
      {label}
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        className={styles['switch']}
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
    </label>
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
