import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Article } from '#contract/article.ts';
import type { PageText } from '../../../anchoring/read-page.ts';
import { useServices } from '../../../state/backend.tsx';
import type { Preferences } from '../../../state/preferences.ts';
import { createStore, useWholeStore } from '../../../state/store.ts';
import { createReadAloud, type AloudState, type ReadAloud } from './read-aloud.ts';
import { chooseVoice, baseOf, systemSpeaker, type Speaker, type Voice } from './speaker.ts';
import { sentenceFrom, spokenSentences, type SpokenSentence } from './spoken.ts';
import { placeToReadFrom, useFollowedSentence } from './use-followed-sentence.ts';

export type Aloud = {
  readonly isOpen: boolean;
  readonly state: AloudState;
  readonly voices: readonly Voice[];
  /** The voice that reads; `undefined` while none can. */
  readonly voice: Voice | undefined;
  readonly rate: number;
  readonly doesGoOn: boolean;
  /** From here, pause, or go on: whichever is meant. */
  readonly toggle: () => void;
  readonly step: (step: 1 | -1) => void;
  readonly stop: () => void;
  readonly change: (change: Partial<Pick<Preferences, 'aloudRate' | 'doesAloudGoOn'>>) => void;
  readonly chooseVoice: (id: string) => void;
};

type Parts = {
  readonly article: Article;
  /** The text to read, once `onWanted` has asked for it. */
  readonly page: PageText | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Begins by itself at the top: the article before has been read to its end. */
  readonly beginsAtTop: boolean;
  readonly onEnd: () => void;
};

/** Reading the open article aloud. */
export function useReadAloud(parts: Parts): Aloud {
  const { article, page, scroller, isOpen, onOpen, beginsAtTop, onEnd } = parts;
  const { preferences } = useServices();
  const { aloudRate, aloudVoices, doesAloudGoOn } = useWholeStore(preferences);
  const [speaker] = useState(() => systemSpeaker(globalThis.speechSynthesis));
  const voices = useVoices(speaker);
  const key = article.language === null ? 'und' : baseOf(article.language);
  const voice = chooseVoice(voices, article.language, aloudVoices[key]);
  const sentences = useMemo(() => (page ? spokenSentences(page, article.language) : []), [page, article.language]);
  const aloud = useMachine(speaker, sentences, { voice, rate: aloudRate, onEnd });
  const state = useSyncExternalStore(aloud.state.subscribe, aloud.state.get);
  useSilenceAtTheEnd(aloud);
  useFollowedSentence(page, sentences, state, scroller);

  const from = useCallback(() => {
    const start = page && scroller.current ? placeToReadFrom(page, scroller.current) : 0;
    aloud.start(sentenceFrom(sentences, start));
  }, [aloud, page, scroller, sentences]);
  /** Where to begin as soon as text and voice are there. */
  const wanted = useRef<'top' | 'here' | null>(beginsAtTop ? 'top' : null);
  useEffect(() => {
    if (!isOpen || page === undefined || voice === undefined || wanted.current === null) return;
    if (wanted.current === 'top') aloud.start(0);
    else from();
    wanted.current = null;
  }, [isOpen, page, voice, aloud, from]);

  const toggle = useCallback(() => {
    const kind = aloud.state.get().kind;
    if (!isOpen) {
      wanted.current = 'here';
      onOpen(true);
    } else if (kind === 'speaking') aloud.pause();
    else if (kind === 'paused' || kind === 'failed') aloud.resume();
    else from();
  }, [aloud, isOpen, onOpen, from]);
  const stop = useCallback(() => {
    wanted.current = null;
    aloud.stop();
    onOpen(false);
  }, [aloud, onOpen]);
  useRepeat(aloud, aloudRate, voice?.id);

  return {
    isOpen,
    state,
    voices,
    voice,
    rate: aloudRate,
    doesGoOn: doesAloudGoOn,
    toggle,
    step: aloud.step,
    stop,
    change: (change) => preferences.set((now) => ({ ...now, ...change })),
    chooseVoice: (id) => preferences.set((now) => ({ ...now, aloudVoices: { ...now.aloudVoices, [key]: id } })),
  };
}

type Manner = { readonly voice: Voice | undefined; readonly rate: number; readonly onEnd: () => void };

/** One for the article's sentences; voice and speed are looked up with each of them. */
function useMachine(speaker: Speaker, sentences: readonly SpokenSentence[], now: Manner): ReadAloud {
  const [manner] = useState(() => createStore(now));
  const { voice, rate, onEnd } = now;
  useEffect(() => manner.set(() => ({ voice, rate, onEnd })), [manner, voice, rate, onEnd]);
  return useMemo(
    () =>
      createReadAloud({
        speaker,
        sentences: sentences.map(({ words }) => words),
        manner: manner.get,
        onEnd: () => manner.get().onEnd(),
      }),
    [speaker, sentences, manner],
  );
}

function useVoices(speaker: Speaker): readonly Voice[] {
  const [voices, setVoices] = useState(() => speaker.voices());
  useEffect(() => {
    const look = () => setVoices(speaker.voices());
    look();
    return speaker.onVoices(look);
  }, [speaker]);
  return voices;
}

/** Another voice or speed is heard at once. */
function useRepeat(aloud: ReadAloud, rate: number, voiceId: string | undefined): void {
  const before = useRef({ rate, voiceId });
  useEffect(() => {
    const isSame = before.current.rate === rate && before.current.voiceId === voiceId;
    before.current = { rate, voiceId };
    if (!isSame) aloud.repeat();
  }, [aloud, rate, voiceId]);
}

/** The system goes on speaking when the page that asked for it is gone. */
function useSilenceAtTheEnd(aloud: ReadAloud): void {
  useEffect(() => {
    window.addEventListener('pagehide', aloud.stop);
    return () => {
      window.removeEventListener('pagehide', aloud.stop);
      if (aloud.state.get().kind !== 'silent') aloud.stop();
    };
  }, [aloud]);
}
