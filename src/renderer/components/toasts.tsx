import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Announcer, Message } from '../state/announcer.ts';
import { createStore, useWholeStore, type Store } from '../state/store.ts';
import { text } from '../text/text.ts';
import { CloseIcon, WarnIcon } from './icons.ts';
import styles from './toasts.module.css';

/** A message that is shown now; the number tells it from every other that was said. */
export type Toast = Message & { readonly number: number };

/** What is shown, the newest last. */
export type Toasts = Store<readonly Toast[]>;

export function createToasts(): Toasts {
  return createStore<readonly Toast[]>([]);
}

const mostAtOnce = 3;
const briefMs = 4000;
/** Long enough to be reached by hand. */
const withButtonMs = 8000;
/** As long as the fading of the styles. */
const fadingMs = 200;
const shelfId = 'messages';

/** Messages as toasts: long enough to reach their button, and never in the way. */
export function announcerOf(toasts: Toasts): Announcer {
  let said = 0;
  return {
    say(message) {
      said += 1;
      const toast = { ...message, number: said };
      toasts.set((shown) =>
        [...shown.filter(({ key }) => key === undefined || key !== message.key), toast].slice(-mostAtOnce),
      );
    },
  };
}

/** Leads to the button of the newest message; from there the same key leads back. */
export function enterMessages(): void {
  document.getElementById(shelfId)?.querySelector<HTMLElement>('[data-newest] button')?.focus();
}

/**
 * The messages of the window, over whatever it shows. Both parts are there before anything is said, or a screen
 * reader would not hear it: failures are told at once, the rest when nothing else is spoken.
 */
export function ToastShelf({ toasts }: { readonly toasts: Toasts }) {
  const shown = useWholeStore(toasts);
  const [isHeld, hold] = useHold();
  const cameFrom = useRef<HTMLElement | null>(null);
  const goBack = () => cameFrom.current?.focus({ preventScroll: true });
  const onFocus = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      cameFrom.current = relatedTarget;
    hold({ isFocused: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F6' && event.key !== 'Escape') return;
    event.preventDefault();
    goBack();
  };
  const cards = (tone: Message['tone']) =>
    shown
      .filter((toast) => toast.tone === tone)
      .map((toast) => (
        <ToastCard
          key={toast.number}
          toast={toast}
          isNewest={toast === shown.at(-1)}
          isHeld={isHeld}
          onLeave={goBack}
          onGone={() => toasts.set((now) => now.filter((other) => other !== toast))}
        />
      ));
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what happens to its buttons
    <section
      id={shelfId}
      aria-label={text.toasts.label}
      className={styles['shelf']}
      onPointerEnter={() => hold({ isPointed: true })}
      onPointerLeave={() => hold({ isPointed: false })}
      onFocus={onFocus}
      onBlur={() => hold({ isFocused: false })}
      onKeyDown={onKeyDown}
    >
      <div role="alert" aria-live="assertive" aria-atomic="false" className={styles['part']}>
        {cards('failed')}
      </div>
      <div role="status" aria-live="polite" aria-atomic="false" className={styles['part']}>
        {cards('done')}
      </div>
    </section>,
    document.body,
  );
}

type Holds = { readonly isPointed: boolean; readonly isFocused: boolean; readonly isAway: boolean };

/** Nothing goes while one is at it with pointer or keys, or away in another window. */
function useHold(): readonly [boolean, (change: Partial<Holds>) => void] {
  const [holds, setHolds] = useState<Holds>({ isPointed: false, isFocused: false, isAway: false });
  const hold = (change: Partial<Holds>) => setHolds((now) => ({ ...now, ...change }));
  useEffect(() => {
    const onChange = () => setHolds((now) => ({ ...now, isAway: !document.hasFocus() }));
    window.addEventListener('blur', onChange);
    window.addEventListener('focus', onChange);
    return () => {
      window.removeEventListener('blur', onChange);
      window.removeEventListener('focus', onChange);
    };
  }, []);
  return [Object.values(holds).some(Boolean), hold];
}

type ToastCardProps = {
  readonly toast: Toast;
  readonly isNewest: boolean;
  readonly isHeld: boolean;
  /** It goes while the focus is in it. */
  readonly onLeave: () => void;
  readonly onGone: () => void;
};

function ToastCard({ toast, isNewest, isHeld, onLeave, onGone }: ToastCardProps) {
  const { tone, action } = toast;
  const card = useRef<HTMLDivElement>(null);
  const [isFading, setFading] = useState(false);
  const stayMs = action || tone === 'failed' ? withButtonMs : briefMs;
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    if (isHeld && !isFading) return undefined;
    const timer = setTimeout(() => (isFading ? gone.current() : setFading(true)), isFading ? fadingMs : stayMs);
    return () => clearTimeout(timer);
  }, [isHeld, isFading, stayMs]);
  const leave = () => {
    if (card.current?.contains(document.activeElement)) onLeave();
    setFading(true);
  };
  return (
    <div ref={card} className={styles['card']} data-fading={isFading || undefined} data-newest={isNewest || undefined}>
      {tone === 'failed' ? <WarnIcon className={styles['warn']} size={16} /> : null}
      <p className={styles['text']}>{toast.text}</p>
      {action ? (
        <button
          type="button"
          className={styles['action']}
          onClick={() => {
            // Pressed twice it is done once.
            if (isFading) return;
            leave();
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button type="button" className={styles['close']} aria-label={text.toasts.close} onClick={leave}>
        <CloseIcon size={15} />
      </button>
    </div>
  );
}
