import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './resizer.module.css';

type ResizerProps = {
  readonly label: string;
  readonly valuePx: number;
  readonly bounds: { readonly smallest: number; readonly largest: number };
  readonly onResize: (widthPx: number) => void;
};

const keyStepPx = 16;

/** The edge between two panes: drag it, or move it with the arrow keys. */
export function Resizer({ label, valuePx, bounds, onResize }: ResizerProps) {
  const drag = useRef<{ fromX: number; widthPx: number } | null>(null);
  const resize = (widthPx: number) => {
    onResize(Math.round(Math.min(bounds.largest, Math.max(bounds.smallest, widthPx))));
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { fromX: event.clientX, widthPx: valuePx };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current) resize(drag.current.widthPx + event.clientX - drag.current.fromX);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowLeft: -keyStepPx, ArrowRight: keyStepPx }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize(valuePx + step);
  };

  return (
    // A window splitter, as ARIA has it: a separator that can be moved takes the focus and has a value.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={valuePx}
      aria-valuemin={bounds.smallest}
      aria-valuemax={bounds.largest}
      tabIndex={0}
      className={styles['resizer']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={onKeyDown}
    />
  );
}
