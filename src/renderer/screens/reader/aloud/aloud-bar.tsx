import type { ReactNode } from 'react';
import { IconButton, joinClasses } from '../../../components/button.tsx';
import { CloseIcon, NextIcon, PauseIcon, PlayIcon, PreviousIcon } from '../../../components/icons.ts';
import { aloudRates } from '../../../state/preferences.ts';
import { formatLanguage } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { voicesFor, type Voice } from './speaker.ts';
import type { Aloud } from './use-read-aloud.ts';
import styles from './aloud.module.css';

type AloudBarProps = { readonly aloud: Aloud; readonly language: string | null };

/** What is read aloud is steered here; where no voice can read it, it says so and what helps. */
export function AloudBar({ aloud, language }: AloudBarProps) {
  const { state, voices, voice, stop } = aloud;
  return (
    <section aria-label={text.aloud.bar} className={styles['bar']}>
      {voices.length === 0 ? (
        <p role="status" className={styles['message']}>
          <strong>{text.aloud.noVoice}</strong> {text.aloud.noVoiceHint}
        </p>
      ) : (
        <>
          {voice === undefined ? null : <Steps aloud={aloud} />}
          <p role="status" className={joinClasses(styles['message'], styles['brief'])}>
            {voice === undefined && language !== null ? text.aloud.noVoiceFor(formatLanguage(language)) : ''}
            {state.kind === 'failed' && voice !== undefined ? text.aloud.failed : ''}
            {state.kind === 'ended' ? text.aloud.ended : ''}
          </p>
          {voice === undefined ? null : <Speed aloud={aloud} />}
          <VoiceChoice aloud={aloud} language={language} />
          <label className={styles['goOn']}>
            <input
              type="checkbox"
              checked={aloud.doesGoOn}
              onChange={(event) => aloud.change({ doesAloudGoOn: event.target.checked })}
            />
            {text.aloud.goOn}
          </label>
        </>
      )}
      <IconButton label={text.aloud.stop} onClick={stop}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}

function Steps({ aloud: { state, toggle, step } }: { readonly aloud: Aloud }) {
  const isSpeaking = state.kind === 'speaking';
  const isUnderWay = 'at' in state;
  return (
    <div className={styles['steps']}>
      <IconButton label={text.aloud.previous} keys="," disabled={!isUnderWay} onClick={() => step(-1)}>
        <PreviousIcon />
      </IconButton>
      <IconButton
        label={isSpeaking ? text.aloud.pause : isUnderWay ? text.aloud.resume : text.aloud.start}
        keys="r"
        className={styles['play']}
        onClick={toggle}
      >
        {isSpeaking ? <PauseIcon /> : <PlayIcon />}
      </IconButton>
      <IconButton label={text.aloud.next} keys="." disabled={!isUnderWay} onClick={() => step(1)}>
        <NextIcon />
      </IconButton>
    </div>
  );
}

function Speed({ aloud: { rate, change } }: { readonly aloud: Aloud }) {
  const { smallest, largest, step } = aloudRates;
  const set = (by: number) => {
    const next = Math.min(largest, Math.max(smallest, rate + by * step));
    change({ aloudRate: Number(next.toFixed(1)) });
  };
  return (
    <div role="group" aria-label={text.aloud.speed} className={styles['speed']}>
      <SpeedButton label={text.aloud.slower} isEnd={rate <= smallest} onStep={() => set(-1)}>
        −
      </SpeedButton>
      <output className={styles['rate']}>{text.aloud.rate(rate)}</output>
      <SpeedButton label={text.aloud.faster} isEnd={rate >= largest} onStep={() => set(1)}>
        +
      </SpeedButton>
    </div>
  );
}

type SpeedButtonProps = {
  readonly label: string;
  readonly isEnd: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
};

function SpeedButton({ label, isEnd, onStep, children }: SpeedButtonProps) {
  return (
    <button type="button" aria-label={label} aria-disabled={isEnd} className={styles['step']} onClick={onStep}>
      {children}
    </button>
  );
}

/** Voices that speak the article's language; where there is none all of them, to be chosen knowingly. */
function VoiceChoice({ aloud: { voices, voice, chooseVoice }, language }: AloudBarProps) {
  const fitting = language === null ? voices : voicesFor(voices, language);
  const isOdd = voice !== undefined && !fitting.includes(voice);
  const offered: readonly Voice[] = fitting.length === 0 || isOdd ? voices : fitting;
  if (offered.length === 1 && voice !== undefined) return null;
  return (
    <label className={styles['voice']}>
      <span className="visually-hidden">{voice === undefined ? text.aloud.readWith : text.aloud.voice}</span>
      <select value={voice?.id ?? ''} onChange={(event) => chooseVoice(event.target.value)}>
        {voice === undefined ? <option value="">{text.aloud.choose}</option> : null}
        {offered.map(({ id, name, language: spoken }) => (
          <option key={id} value={id}>
            {offered === fitting ? name : `${name} (${formatLanguage(spoken)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
