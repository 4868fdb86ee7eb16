import { useEffect, useState } from 'react';
import { UploadIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { collectDrop, collectFiles } from './collect-drop.ts';
import { inputsOfText } from './pasted.ts';
import type { TakeIn } from './use-capture.ts';
import styles from './capture.module.css';

type DropAndPasteProps = { readonly takeIn: TakeIn; readonly isClosed: boolean };

/** Anything dropped or pasted anywhere in the window is taken in. Draws itself only while something hovers. */
export function DropAndPaste({ takeIn, isClosed }: DropAndPasteProps) {
  const isOver = useDrop(takeIn, isClosed);
  usePaste(takeIn, isClosed);
  if (!isOver) return null;
  return (
    <div className={styles['overlay']}>
      <div className={styles['overlayFrame']}>
        <UploadIcon size={44} />
        <p className={styles['overlayTitle']}>{text.capture.dropHere}</p>
        <p>{text.capture.dropKinds}</p>
      </div>
    </div>
  );
}

function useDrop(takeIn: TakeIn, isClosed: boolean): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // What is dragged from inside the window (a link, a selection, a picture) is not something to take in.
    let isOwn = false;
    let depth = 0;
    const leaveAll = () => {
      depth = 0;
      setOver(false);
    };
    const onEnter = () => {
      depth += 1;
      if (!isOwn && !isClosed) setOver(true);
    };
    const onLeave = () => {
      depth -= 1;
      if (depth <= 0) leaveAll();
    };
    const onOver = (event: DragEvent) => {
      // Left to itself the browser would leave the window for the file, closed or not.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isOwn || isClosed ? 'none' : 'copy';
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      leaveAll();
      const transfer = event.dataTransfer;
      if (!transfer || isOwn || isClosed) return;
      if (transfer.types.includes('Files')) void collectDrop(transfer).then(takeIn.files);
      else void takeIn.inputs(inputsOfTransfer(transfer));
    };
    const onStart = () => (isOwn = true);
    const onEnd = () => {
      isOwn = false;
      leaveAll();
    };
    return listenAll(window, {
      dragenter: onEnter,
      dragleave: onLeave,
      dragover: onOver,
      drop: onDrop,
      dragstart: onStart,
      dragend: onEnd,
    });
  }, [takeIn, isClosed]);
  return isOver;
}

function usePaste(takeIn: TakeIn, isClosed: boolean): void {
  useEffect(() => {
    if (isClosed) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target;
      if (target instanceof Element && target.closest('input,textarea,[contenteditable=true]')) return;
      const transfer = event.clipboardData;
      if (!transfer) return;
      event.preventDefault();
      if (transfer.files.length > 0) void takeIn.files(collectFiles(transfer.files));
      else void takeIn.inputs(inputsOfText(transfer.getData('text/plain'), transfer.getData('text/html')));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [takeIn, isClosed]);
}

/** A dragged link names itself in a list of addresses; anything else is text. */
function inputsOfTransfer(transfer: DataTransfer) {
  const addresses = transfer
    .getData('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (addresses.length > 0) return inputsOfText(addresses.join('\n'), '');
  return inputsOfText(transfer.getData('text/plain'), transfer.getData('text/html'));
}

type DragListeners = Readonly<Record<string, (event: DragEvent) => void>>;

function listenAll(target: Window, listeners: DragListeners): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) target.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of all) target.removeEventListener(name, listener);
  };
}
