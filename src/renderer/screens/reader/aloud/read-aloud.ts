import { createStore, type Store } from '../../../state/store.ts';
import type { Speaker, Voice } from './speaker.ts';

/** Where reading aloud stands. `at` is the sentence. */
export type AloudState =
  | { readonly kind: 'silent' }
  | { readonly kind: 'speaking'; readonly at: number }
  | { readonly kind: 'paused'; readonly at: number }
  | { readonly kind: 'failed'; readonly at: number }
  | { readonly kind: 'ended' };

export type ReadAloud = {
  readonly state: Pick<Store<AloudState>, 'get' | 'subscribe'>;
  readonly start: (at: number) => void;
  readonly pause: () => void;
  /** Goes on with the sentence that was broken off, from its beginning. */
  readonly resume: () => void;
  readonly step: (step: 1 | -1) => void;
  /** Says the sentence once more: another voice or speed was chosen. */
  readonly repeat: () => void;
  readonly stop: () => void;
};

type Parts = {
  readonly speaker: Pick<Speaker, 'speak' | 'silence'>;
  readonly sentences: readonly string[];
  readonly manner: () => { readonly voice: Voice | undefined; readonly rate: number };
  readonly onEnd: () => void;
};

/**
 * Reads sentences aloud, one utterance each.
 *
 * To pause is to fall silent and remember the sentence: the pause of the systems themselves is unreliable, and a voice
 * or a speed chosen meanwhile would not be heard. Whatever is heard of an utterance that was broken off is too late.
 */
export function createReadAloud({ speaker, sentences, manner, onEnd }: Parts): ReadAloud {
  const state = createStore<AloudState>({ kind: 'silent' });
  let turn = 0;

  const fallSilent = (next: AloudState) => {
    turn += 1;
    speaker.silence();
    state.set(() => next);
  };
  const say = (at: number) => {
    const words = sentences[at];
    if (words === undefined) {
      fallSilent({ kind: 'ended' });
      onEnd();
      return;
    }
    const { voice, rate } = manner();
    fallSilent(voice ? { kind: 'speaking', at } : { kind: 'failed', at });
    if (!voice) return;
    const mine = turn;
    speaker.speak(
      { words, voice, rate },
      {
        ended: () => mine === turn && say(at + 1),
        failed: () => mine === turn && fallSilent({ kind: 'failed', at }),
      },
    );
  };
  const now = () => {
    const current = state.get();
    return 'at' in current ? current : undefined;
  };

  return {
    state,
    start: say,
    pause() {
      const current = now();
      if (current?.kind === 'speaking') fallSilent({ kind: 'paused', at: current.at });
    },
    resume() {
      const current = now();
      if (current && current.kind !== 'speaking') say(current.at);
    },
    step(by) {
      const current = now();
      if (!current) return;
      const at = Math.min(sentences.length - 1, Math.max(0, current.at + by));
      if (current.kind === 'speaking') say(at);
      else state.set(() => ({ kind: 'paused', at }));
    },
    repeat() {
      const current = now();
      if (current?.kind === 'speaking') say(current.at);
    },
    stop: () => fallSilent({ kind: 'silent' }),
  };
}
