import { useRef, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Picker } from '../../components/picker.tsx';
import { text } from '../../text/text.ts';
import type { Action } from './actions.ts';

type PaletteProps = { readonly actions: readonly Action[]; readonly onClose: () => void };

/** Every action by its name. */
export function Palette({ actions, onClose }: PaletteProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const offered = matchActions(actions, typed);
  return (
    <Dialog title={text.palette.title} look="bare" onClose={onClose} firstFocus={field}>
      <Picker
        field={field}
        label={text.palette.title}
        placeholder={text.palette.placeholder}
        empty={text.palette.empty}
        typed={typed}
        onType={setTyped}
        options={offered.map(({ id, label, keys }) => ({
          id,
          label,
          aside: keys[0] === undefined ? null : <KeyHint keys={keys[0]} />,
        }))}
        onPick={(id) => {
          onClose();
          // After the palette has given the focus back, so that an action may take it.
          setTimeout(() => actions.find((action) => action.id === id)?.run());
        }}
      />
    </Dialog>
  );
}

/** The actions that can be done now and hold every word typed, those that begin with it first. */
export function matchActions(actions: readonly Action[], typed: string): readonly Action[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = actions.filter(
    ({ isAvailable, label, id }) =>
      isAvailable && id !== 'palette' && words.every((word) => label.toLowerCase().includes(word)),
  );
  const first = words[0];
  if (first === undefined) return found;
  const rank = ({ label }: Action) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}
