import { expect, test } from 'vitest';
import { createReadAloud, type AloudState } from './read-aloud.ts';
import { chooseVoice, type Heard, type Speaker, type Utterance, type Voice, voicesFor } from './speaker.ts';

const voice: Voice = { id: 'ada', name: 'Ada', language: 'en-GB', isUsual: true };

/** A speaker whose every utterance ends when the test says so. */
function slowSpeaker() {
  const said: (Utterance & { readonly heard: Heard })[] = [];
  let silences = 0;
  const speaker: Pick<Speaker, 'speak' | 'silence'> = {
    speak: (utterance, heard) => void said.push({ ...utterance, heard }),
    silence: () => void (silences += 1),
  };
  return { speaker, said, words: () => said.map(({ words }) => words), silences: () => silences };
}

function reading(sentences: readonly string[]) {
  const slow = slowSpeaker();
  const manner = { voice: voice as Voice | undefined, rate: 1 };
  let ends = 0;
  const aloud = createReadAloud({ speaker: slow.speaker, sentences, manner: () => manner, onEnd: () => (ends += 1) });
  return { ...slow, aloud, manner, ends: () => ends, state: (): AloudState => aloud.state.get() };
}

test('one sentence follows the other, and the end is told once', () => {
  const { aloud, said, words, state, ends } = reading(['One.', 'Two.']);
  aloud.start(0);
  expect(state()).toEqual({ kind: 'speaking', at: 0 });
  said[0]!.heard.ended();
  expect(state()).toEqual({ kind: 'speaking', at: 1 });
  said[1]!.heard.ended();
  expect(words()).toEqual(['One.', 'Two.']);
  expect([state(), ends()]).toEqual([{ kind: 'ended' }, 1]);
});

test('a pause falls silent, and going on says the sentence that was broken off', () => {
  const { aloud, said, words, state, silences } = reading(['One.', 'Two.', 'Three.']);
  aloud.start(1);
  const before = silences();
  aloud.pause();
  expect([state(), silences()]).toEqual([{ kind: 'paused', at: 1 }, before + 1]);
  // What the system tells of the utterance that it was made to break off moves nothing.
  said[0]!.heard.ended();
  said[0]!.heard.failed();
  expect(state()).toEqual({ kind: 'paused', at: 1 });
  aloud.resume();
  expect(words()).toEqual(['Two.', 'Two.']);
});

test('steps go from sentence to sentence and not beyond either end, paused or not', () => {
  const { aloud, words, state } = reading(['One.', 'Two.', 'Three.']);
  aloud.start(0);
  aloud.step(-1);
  aloud.step(1);
  aloud.step(1);
  aloud.step(1);
  expect(words()).toEqual(['One.', 'One.', 'Two.', 'Three.', 'Three.']);
  aloud.pause();
  aloud.step(-1);
  expect(state()).toEqual({ kind: 'paused', at: 1 });
  aloud.resume();
  expect(words().at(-1)).toBe('Two.');
});

test('another speed is heard at once', () => {
  const { aloud, said, manner, state } = reading(['One.', 'Two.']);
  aloud.start(0);
  manner.rate = 1.4;
  aloud.repeat();
  expect(said.map(({ words, rate }) => [words, rate])).toEqual([
    ['One.', 1],
    ['One.', 1.4],
  ]);
  said[0]!.heard.ended();
  expect(state()).toEqual({ kind: 'speaking', at: 0 });
});

test('a voice that fails, and none at all, say so, and it can be tried again', () => {
  const { aloud, said, manner, state } = reading(['One.', 'Two.']);
  aloud.start(1);
  said[0]!.heard.failed();
  expect(state()).toEqual({ kind: 'failed', at: 1 });
  manner.voice = undefined;
  aloud.resume();
  expect(state()).toEqual({ kind: 'failed', at: 1 });
  manner.voice = voice;
  aloud.resume();
  expect(state()).toEqual({ kind: 'speaking', at: 1 });
});

test('what is stopped stays silent', () => {
  const { aloud, said, state } = reading(['One.', 'Two.']);
  aloud.start(0);
  aloud.stop();
  said[0]!.heard.ended();
  aloud.resume();
  aloud.step(1);
  expect([state(), said.length]).toEqual([{ kind: 'silent' }, 1]);
});

test('nothing to read is at its end at once', () => {
  const { aloud, state, ends } = reading([]);
  aloud.start(0);
  expect([state(), ends()]).toEqual([{ kind: 'ended' }, 1]);
});

test('the voice is that of the language, from the same country if there is one, unless one was chosen', () => {
  const voices: readonly Voice[] = [
    { id: 'us', name: 'Sam', language: 'en-US', isUsual: true },
    { id: 'gb', name: 'Ada', language: 'en-GB', isUsual: false },
    { id: 'de', name: 'Uwe', language: 'de-DE', isUsual: false },
  ];
  const idFor = (language: string | null, chosen?: string) => chooseVoice(voices, language, chosen)?.id;
  expect(idFor('en-GB')).toBe('gb');
  expect(idFor('en')).toBe('us');
  expect(idFor('de-AT')).toBe('de');
  expect(idFor('fr')).toBeUndefined();
  expect(idFor('fr', 'de')).toBe('de');
  expect(idFor('de', 'gone')).toBe('de');
  expect(idFor(null)).toBe('us');
  expect(voicesFor(voices, 'en').map(({ id }) => id)).toEqual(['us', 'gb']);
});
