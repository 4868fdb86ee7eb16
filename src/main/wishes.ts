import type { ShellWishes } from '#contract/shell.ts';
import { wishChannel } from './channels.ts';
import { isOurWindow, type Sender } from './ipc-host.ts';

type WishWire = { on(channel: string, listener: (event: Sender, wishes: unknown) => void): unknown };

/** Until a window has spoken: the languages of the system, and notices. */
export type Wishes = { readonly languages: readonly string[]; readonly notifies: boolean };

/** Hears how the person likes the shell, from our own windows only. */
export function hearWishes(wire: WishWire, heard: (wishes: Wishes) => void): void {
  wire.on(wishChannel, (event, wishes) => {
    if (isOurWindow(event) && isWishes(wishes)) heard({ languages: [wishes.language], notifies: wishes.notifies });
  });
}

function isWishes(value: unknown): value is ShellWishes {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'language' in value &&
    typeof value.language === 'string' &&
    'notifies' in value &&
    typeof value.notifies === 'boolean'
  );
}
