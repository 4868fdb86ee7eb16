import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { PictureGoneIcon } from '../../../components/icons.ts';
import { text } from '../../../text/text.ts';
import type { Picture } from './pictures-of.ts';
import { fitInto, zoomBy, zooms } from './zoom.ts';
import styles from './viewer.module.css';

type PictureStageProps = {
  readonly picture: Picture;
  readonly zoom: number;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly onZoom: (zoom: number) => void;
};

type Size = { readonly widthPx: number; readonly heightPx: number };
const unknown: Size = { widthPx: 0, heightPx: 0 };

/** The picture itself. Larger than its room it is moved by arrows, wheel, or by drawing it with the pointer. */
export function PictureStage({ picture, zoom, stage, onZoom }: PictureStageProps) {
  const [natural, setNatural] = useState<Size>(unknown);
  const [isMissing, setMissing] = useState(false);
  const room = useRoom(stage);
  useCentredZoom(stage, zoom);
  useDrawing(stage);
  useDoublePress(stage, () => onZoom(zoom === zooms.fit ? zoomBy(zoomBy(zoom, 1), 1) : zooms.fit));
  const fitted = fitInto(natural, room);
  const isKnown = natural.widthPx > 0 && room.widthPx > 0;
  return (
    <div
      ref={stage}
      role="region"
      aria-label={text.pictures.view}
      tabIndex={0}
      className={styles['stage']}
      data-zoomed={zoom > zooms.fit ? 'true' : undefined}
    >
      {isMissing ? (
        <p className={styles['missing']}>
          <PictureGoneIcon size={32} />
          {text.pictures.missing}
        </p>
      ) : (
        <img
          src={picture.source}
          alt={picture.alt}
          draggable={false}
          style={
            isKnown ? { width: `${fitted.widthPx * zoom}px`, height: `${fitted.heightPx * zoom}px` } : { opacity: 0 }
          }
          onLoad={({ currentTarget }) =>
            setNatural({ widthPx: currentTarget.naturalWidth, heightPx: currentTarget.naturalHeight })
          }
          onError={() => setMissing(true)}
        />
      )}
    </div>
  );
}

/** How much room the stage has for a picture. */
function useRoom(stage: RefObject<HTMLDivElement | null>): Size {
  const [room, setRoom] = useState(unknown);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom({ widthPx: element.offsetWidth, heightPx: element.offsetHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return room;
}

/** What was in the middle stays there when the picture grows. */
function useCentredZoom(stage: RefObject<HTMLDivElement | null>, zoom: number): void {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const element = stage.current;
    const ratio = zoom / before.current;
    before.current = zoom;
    if (!element || ratio === 1) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    element.scrollTo({
      left: (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
      top: (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
    });
  }, [stage, zoom]);
}

/** Moves an enlarged picture with the pointer that holds it. */
function useDrawing(stage: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const onMove = ({ movementX, movementY }: PointerEvent) => element.scrollBy({ left: -movementX, top: -movementY });
    const onUp = () => element.removeEventListener('pointermove', onMove);
    const onDown = ({ button, pointerType, pointerId }: PointerEvent) => {
      // A finger scrolls by itself.
      if (button !== 0 || pointerType === 'touch') return;
      element.setPointerCapture(pointerId);
      element.addEventListener('pointermove', onMove);
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('lostpointercapture', onUp);
    return () => {
      onUp();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('lostpointercapture', onUp);
    };
  }, [stage]);
}

/** The pointer's short way; keys and buttons do the same. */
function useDoublePress(stage: RefObject<HTMLDivElement | null>, onPress: () => void): void {
  useEffect(() => {
    const element = stage.current;
    element?.addEventListener('dblclick', onPress);
    return () => element?.removeEventListener('dblclick', onPress);
  }, [stage, onPress]);
}
