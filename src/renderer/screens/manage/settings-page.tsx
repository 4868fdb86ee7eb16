import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { useServices } from '../../state/backend.tsx';
import type { Preferences } from '../../state/preferences.ts';
import { useWholeStore } from '../../state/store.ts';
import { chooseLanguage, languageChoices, windowLanguages, type LanguageChoice } from '../../text/languages.ts';
import { text } from '../../text/text.ts';
import styles from './manage.module.css';

type Change = (change: Partial<Preferences>) => void;
type PartProps = { readonly now: Preferences; readonly set: Change };

/** The few things that are not decided for the reader, each with the reason why one might want it otherwise. */
export function SettingsPage() {
  const { preferences, shell } = useServices();
  const now = useWholeStore(preferences);
  const set: Change = (change) => preferences.set((before) => ({ ...before, ...change }));
  return (
    <div className={styles['settings']}>
      <LanguageSetting now={now} set={set} />
      <Setting title={text.settings.theme} why={text.settings.themeWhy}>
        <Choice
          label={text.settings.theme}
          value={now.theme}
          options={text.type.themes}
          onChange={(theme) => set({ theme })}
        />
      </Setting>
      <Setting title={text.settings.density} why={text.settings.densityWhy}>
        <Choice
          label={text.settings.density}
          value={now.listDensity}
          options={text.list.densities}
          onChange={(listDensity) => set({ listDensity })}
        />
      </Setting>
      <Setting title={text.settings.grouped} why={text.settings.groupedWhy}>
        <Choice
          label={text.settings.grouped}
          value={now.isListGrouped ? 'on' : 'off'}
          options={{ on: text.settings.on, off: text.settings.off }}
          onChange={(value) => set({ isListGrouped: value === 'on' })}
        />
      </Setting>
      <Setting title={text.settings.afterwards} why={text.settings.afterwardsWhy}>
        <Choice
          label={text.settings.afterwards}
          value={now.afterwards}
          options={text.settings.afterwardsChoices}
          onChange={(afterwards) => set({ afterwards })}
        />
      </Setting>
      {shell === undefined ? null : (
        <Setting title={text.settings.notices} why={text.settings.noticesWhy}>
          <Choice
            label={text.settings.notices}
            value={now.doesNotify ? 'on' : 'off'}
            options={{ on: text.settings.on, off: text.settings.off }}
            onChange={(value) => set({ doesNotify: value === 'on' })}
          />
        </Setting>
      )}
      <Setting title={text.settings.type} why={text.settings.typeWhy}>
        {null}
      </Setting>
      <p className={styles['note']}>{text.settings.kept}</p>
    </div>
  );
}

function LanguageSetting({ now, set }: PartProps) {
  const isSpoken = chooseLanguage(now.language, navigator.languages).language === document.documentElement.lang;
  const nameOf = (choice: LanguageChoice) =>
    windowLanguages.find(({ code }) => code === choice)?.name ?? text.settings.asSystem;
  return (
    <Setting title={text.settings.language} why={text.settings.languageWhy}>
      {isSpoken ? null : <Button onClick={() => window.location.reload()}>{text.settings.reload}</Button>}
      <select
        aria-label={text.settings.language}
        value={now.language}
        className={styles['select']}
        onChange={({ target }) => {
          const language = languageChoices.find((choice) => choice === target.value);
          if (language) set({ language });
        }}
      >
        {languageChoices.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
    </Setting>
  );
}

type SettingProps = { readonly title: string; readonly why: string; readonly children: ReactNode };

function Setting({ title, why, children }: SettingProps) {
  return (
    <div className={styles['setting']}>
      <div className={styles['what']}>
        <h3 className={styles['settingTitle']}>{title}</h3>
        <p className={styles['why']}>{why}</p>
      </div>
      <div className={styles['control']}>{children}</div>
    </div>
  );
}
