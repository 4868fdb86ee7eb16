/** A voice of the system. */
export type Voice = {
  readonly id: string;
  readonly name: string;
  /** BCP 47: `de-AT`. */
  readonly language: string;
  readonly isUsual: boolean;
};

export type Utterance = { readonly words: string; readonly voice: Voice; readonly rate: number };

export type Heard = { readonly ended: () => void; readonly failed: () => void };

/** What can speak: the system's voices behind the little that is asked of them. */
export type Speaker = {
  readonly voices: () => readonly Voice[];
  /** Voices may come late, and with what is installed while the window is open. */
  readonly onVoices: (listener: () => void) => () => void;
  /** Speaks one thing. What was spoken before is to be silenced first. */
  readonly speak: (utterance: Utterance, heard: Heard) => void;
  readonly silence: () => void;
};

/**
 * The voices of this computer. Those that send the text to somebody else's are left out: an archive that promises to
 * reach nobody cannot read aloud through them.
 */
export function systemSpeaker(synthesis: SpeechSynthesis | undefined): Speaker {
  if (synthesis === undefined)
    return { voices: () => [], onVoices: () => () => {}, speak: () => {}, silence: () => {} };
  const local = () => synthesis.getVoices().filter(({ localService }) => localService);
  return {
    voices: () => local().map(voiceOf),
    onVoices(listener) {
      synthesis.addEventListener('voiceschanged', listener);
      return () => synthesis.removeEventListener('voiceschanged', listener);
    },
    speak({ words, voice, rate }, heard) {
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.voice = local().find(({ voiceURI }) => voiceURI === voice.id) ?? null;
      utterance.lang = voice.language;
      utterance.rate = rate;
      utterance.addEventListener('end', heard.ended);
      utterance.addEventListener('error', heard.failed);
      synthesis.speak(utterance);
      // Some systems stay paused from the time before.
      synthesis.resume();
    },
    silence: () => synthesis.cancel(),
  };
}

function voiceOf({ voiceURI, name, lang, default: isUsual }: SpeechSynthesisVoice): Voice {
  return { id: voiceURI, name, language: lang.replaceAll('_', '-'), isUsual };
}

/** The voice to read a language with: the one chosen for it, else one that speaks it, from the same country if there is one. */
export function chooseVoice(
  voices: readonly Voice[],
  language: string | null,
  chosenId: string | undefined,
): Voice | undefined {
  const chosen = voices.find(({ id }) => id === chosenId);
  if (chosen) return chosen;
  // Of an article whose language nobody knows the system's own voice is the best guess.
  if (language === null) return voices.find(({ isUsual }) => isUsual) ?? voices[0];
  return voicesFor(voices, language)[0];
}

/** Voices that speak a language, the likeliest first. */
export function voicesFor(voices: readonly Voice[], language: string): readonly Voice[] {
  const wanted = language.toLowerCase();
  const rank = (voice: Voice) => (voice.language.toLowerCase() === wanted ? 0 : 2) + (voice.isUsual ? 0 : 1);
  return voices
    .filter((voice) => baseOf(voice.language) === baseOf(wanted))
    .toSorted((one, other) => rank(one) - rank(other));
}

export function baseOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
