import { useEffect, useRef } from 'react';
import type { Bridge } from '#contract/client.ts';
import { useServices } from '../../state/backend.tsx';
import { useStore } from '../../state/store.ts';
import { inputsOfText } from '../capture/pasted.ts';
import type { TakeIn } from '../capture/use-capture.ts';
import type { Action } from './actions.ts';

type ShellHandsProps = {
  readonly shell: Pick<Bridge, 'onAct' | 'wish'>;
  readonly actions: readonly Action[];
  readonly takeIn: TakeIn;
  /** Nothing can be taken in. */
  readonly isReadOnly: boolean;
};

/** Does what is chosen in the system's menus, and tells the shell how the person likes it. Draws nothing. */
export function ShellHands({ shell, actions, takeIn, isReadOnly }: ShellHandsProps) {
  const { preferences } = useServices();
  const doesNotify = useStore(preferences, (now) => now.doesNotify);
  const latest = useRef({ actions, takeIn, isReadOnly });
  useEffect(() => {
    latest.current = { actions, takeIn, isReadOnly };
  });
  useEffect(
    () =>
      shell.onAct((act) => {
        const now = latest.current;
        if (act.kind === 'do') {
          now.actions.find(({ id, isAvailable }) => id === act.action && isAvailable)?.run();
        } else if (!now.isReadOnly) {
          void now.takeIn.inputs(inputsOfText(act.text, act.html));
        }
      }),
    [shell],
  );
  useEffect(() => {
    shell.wish({ language: document.documentElement.lang, notifies: doesNotify });
  }, [shell, doesNotify]);
  return null;
}
