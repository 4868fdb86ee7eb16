import { Tooltip } from '@base-ui/react/tooltip';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, IconButton } from '../components/button.tsx';
import { Choice } from '../components/choice.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Emblem } from '../components/emblem.tsx';
import { AddIcon, ArchiveIcon, FavouriteIcon, HighlightIcon } from '../components/icons.ts';
import { KeyHint } from '../components/key-hint.tsx';
import { Marked } from '../components/marked.tsx';
import { Menu, MenuChoices, MenuItems, MenuLine, MenuNote, MenuSwitch } from '../components/menu.tsx';
import { Picker } from '../components/picker.tsx';
import { Popover } from '../components/popover.tsx';
import { Resizer } from '../components/resizer.tsx';
import { SortMenu } from '../components/sort-menu.tsx';
import { announcerOf, createToasts, ToastShelf } from '../components/toasts.tsx';
import { ColourButtons } from '../screens/highlights/colours.tsx';
import { ListRow } from '../screens/list/row.tsx';
import { SkeletonRow } from '../screens/list/skeleton-row.tsx';
import { FacetRow } from '../screens/search/facets.tsx';
import { sampleRows } from './sample-rows.ts';
import styles from './gallery.module.css';

const themes = { paper: 'paper', sepia: 'sepia', dark: 'dark' } as const;
const nothing = () => undefined;

/**
 * Every component in every state, for those who work on the window: at the address `/#gallery`, in the language of
 * samples. Nothing of it is loaded with the window, and nothing in it asks the back end.
 */
export function startGallery(root: HTMLElement): void {
  const toasts = createToasts();
  const announcer = announcerOf(toasts);
  const speak = () => {
    announcer.say({ text: 'Archived 3 articles', tone: 'done', action: { label: 'Undo', run: nothing } });
    announcer.say({ text: 'The disk is full. Make some room, then try again.', tone: 'failed' });
  };
  createRoot(root).render(
    <Tooltip.Provider delay={500} closeDelay={0}>
      <Gallery onSpeak={speak} />
      <ToastShelf toasts={toasts} />
    </Tooltip.Provider>,
  );
}

function Gallery({ onSpeak }: { readonly onSpeak: () => void }) {
  const [theme, setTheme] = useState<keyof typeof themes>('paper');
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <main className={styles['gallery']}>
      <header className={styles['head']}>
        <Emblem sizePx={28} />
        <h1>Gallery</h1>
        <Choice label="Theme" value={theme} options={themes} onChange={setTheme} />
      </header>
      <div>
        <Buttons />
        <Words />
      </div>
      <div>
        <Sheets onSpeak={onSpeak} />
        <Fields />
      </div>
      <Rows />
    </main>
  );
}

function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name} className={styles['section']}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Buttons() {
  return (
    <Section name="Buttons">
      {(['accent', 'plain', 'quiet'] as const).map((look) => (
        <div key={look} className={styles['line']}>
          <Button look={look}>{look}</Button>
          <Button look={look} disabled>
            disabled
          </Button>
        </div>
      ))}
      <div className={styles['line']}>
        <IconButton label="usual" keys="n">
          <AddIcon />
        </IconButton>
        <IconButton label="pressed" isPressed>
          <FavouriteIcon />
        </IconButton>
        <IconButton label="disabled" disabled>
          <ArchiveIcon />
        </IconButton>
        <SortMenu label="Sort" value="one" options={[{ value: 'one', label: 'newest' }]} onChange={nothing} />
      </div>
      <div className={styles['line']}>
        <ColourButtons chosen="green" onChoose={nothing} />
      </div>
      <div className={styles['line']}>
        <ColourButtons chosen={null} isDisabled onChoose={nothing} />
      </div>
    </Section>
  );
}

function Sheets({ onSpeak }: { readonly onSpeak: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section name="Sheets">
      <div className={styles['line']}>
        <Menu trigger={<Button>menu</Button>} align="start">
          <MenuItems
            items={[
              { kind: 'act', label: 'with a key', icon: <AddIcon />, keys: 'n', run: nothing },
              { kind: 'act', label: 'with a count', count: '12', run: nothing },
              { kind: 'act', label: 'disabled', isDisabled: true, run: nothing },
              { kind: 'line' },
              { kind: 'link', label: 'a link', address: '#gallery' },
            ]}
          />
          <MenuSwitch label="on" isOn onChange={nothing} />
          <MenuSwitch label="off" isOn={false} onChange={nothing} />
          <MenuLine />
          <MenuChoices
            label="Choices"
            value="one"
            options={[
              { value: 'one', label: 'chosen' },
              { value: 'two', label: 'not chosen' },
            ]}
            onChange={nothing}
          />
          <MenuNote>A word about the items.</MenuNote>
        </Menu>
        <Popover title="Popover" isTitleShown align="start" trigger={<Button>popover</Button>}>
          <p>A small sheet that belongs to its button.</p>
        </Popover>
        <Button onClick={() => setOpen(true)}>dialog</Button>
        <Button onClick={onSpeak}>messages</Button>
      </div>
      {isOpen ? (
        <Dialog title="Dialog" size="small" onClose={() => setOpen(false)}>
          <div className={styles['inDialog']}>
            <p>A sheet over the window.</p>
            <Button look="accent">go on</Button>
          </div>
        </Dialog>
      ) : null}
      <EmptyState icon={<HighlightIcon size={32} />} title="Nothing here" actions={<Button>do something</Button>}>
        Why there is nothing, and what can be done.
      </EmptyState>
    </Section>
  );
}

function Fields() {
  const field = useRef<HTMLInputElement>(null);
  const none = useRef<HTMLInputElement>(null);
  const shared = { placeholder: 'Type to narrow', onType: nothing, onPick: nothing, empty: 'Nothing is called that' };
  const options = [
    { id: 'one', label: 'chosen', aside: <KeyHint keys="mod+k" /> },
    { id: 'two', label: 'another', icon: <FavouriteIcon size={16} />, aside: '7' },
  ];
  return (
    <Section name="Fields">
      <Picker {...shared} label="Picker" typed="" options={options} field={field} />
      <Picker {...shared} label="Picker without options" typed="xyz" options={[]} field={none} />
      <div className={styles['resizer']}>
        <Resizer label="Resizer" valuePx={200} bounds={{ smallest: 100, largest: 300 }} onResize={nothing} />
      </div>
    </Section>
  );
}

function Words() {
  return (
    <Section name="Words">
      <div className={styles['line']}>
        {['j', 'shift+e', 'mod+k', 'Escape', 'ArrowDown'].map((keys) => (
          <KeyHint key={keys} keys={keys} />
        ))}
      </div>
      <p>
        <Marked
          text="The ferry sailed at noon, and no other ferry came."
          marks={[
            [4, 9],
            [39, 44],
          ]}
        />
      </p>
      <FacetRow query="ferry source:gazette -tag:old" facets={null} onQuery={nothing} />
    </Section>
  );
}

const rowHeightPx = 104;

function Rows() {
  return (
    <Section name="Rows">
      <div role="listbox" aria-label="Rows" className={styles['rows']}>
        {sampleRows.map((row, index) => (
          <ListRow
            key={row.article.id}
            id={row.article.id}
            row={row}
            index={index}
            total={sampleRows.length}
            topPx={index * rowHeightPx}
            heightPx={rowHeightPx}
            isSelected={index === 1}
            isCursor={index === 1}
          />
        ))}
        <SkeletonRow topPx={sampleRows.length * rowHeightPx} heightPx={rowHeightPx} />
      </div>
    </Section>
  );
}
