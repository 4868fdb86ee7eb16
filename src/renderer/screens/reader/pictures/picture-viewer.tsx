import { Dialog as Base } from '@base-ui/react/dialog';
import { useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../../components/button.tsx';
import {
  CloseIcon,
  ExternalIcon,
  FitIcon,
  LargerIcon,
  LeftIcon,
  RightIcon,
  SmallerIcon,
} from '../../../components/icons.ts';
import { text } from '../../../text/text.ts';
import { PictureStage } from './picture-stage.tsx';
import type { Picture } from './pictures-of.ts';
import { zoomBy, zooms } from './zoom.ts';
import styles from './viewer.module.css';

type PictureViewerProps = {
  readonly pictures: readonly Picture[];
  readonly first: number;
  readonly onClose: () => void;
};

/** A picture as large as the window lets it, with what is printed under it and what it shows. */
export function PictureViewer({ pictures, first, onClose }: PictureViewerProps) {
  const [at, setAt] = useState(first);
  const [zoom, setZoom] = useState<number>(zooms.fit);
  const stage = useRef<HTMLDivElement>(null);
  const picture = pictures[at];
  if (picture === undefined) return null;
  const go = (step: 1 | -1) => {
    setAt((at + step + pictures.length) % pictures.length);
    setZoom(zooms.fit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const work = workOf(event.key, zoom, go, setZoom);
    if (work === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    work();
  };
  // The focus goes back to the picture that was looked at last, wherever one began.
  const finalFocus = () => {
    picture.button.scrollIntoView({ block: 'nearest' });
    return picture.button;
  };
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Popup className={styles['viewer']} initialFocus={stage} finalFocus={finalFocus} onKeyDown={onKeyDown}>
          <Base.Title className="visually-hidden">{text.pictures.title}</Base.Title>
          <ViewerBar
            picture={picture}
            at={at}
            total={pictures.length}
            zoom={zoom}
            onGo={go}
            onZoom={setZoom}
            onClose={onClose}
          />
          <PictureStage key={picture.source} picture={picture} zoom={zoom} stage={stage} onZoom={setZoom} />
          <Words picture={picture} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** What a key does here. In an enlarged picture arrows move the picture. */
function workOf(
  key: string,
  zoom: number,
  go: (step: 1 | -1) => void,
  setZoom: (zoom: number) => void,
): (() => void) | undefined {
  const step = stepOf(key);
  if (step !== undefined) return zoom !== zooms.fit && key.startsWith('Arrow') ? undefined : () => go(step);
  if (key === '+' || key === '=') return () => setZoom(zoomBy(zoom, 1));
  if (key === '-') return () => setZoom(zoomBy(zoom, -1));
  return key === '0' ? () => setZoom(zooms.fit) : undefined;
}

function stepOf(key: string): 1 | -1 | undefined {
  if (['ArrowRight', 'PageDown', 'j'].includes(key)) return 1;
  return ['ArrowLeft', 'PageUp', 'k'].includes(key) ? -1 : undefined;
}

type ViewerBarProps = {
  readonly picture: Picture;
  readonly at: number;
  readonly total: number;
  readonly zoom: number;
  readonly onGo: (step: 1 | -1) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onClose: () => void;
};

function ViewerBar({ picture, at, total, zoom, onGo, onZoom, onClose }: ViewerBarProps) {
  return (
    <div role="toolbar" aria-label={text.pictures.title} className={styles['bar']}>
      <span role="status" className={styles['at']}>
        {total > 1 ? text.pictures.at(at + 1, total) : ''}
      </span>
      {total > 1 ? (
        <>
          <IconButton label={text.pictures.previous} keys="ArrowLeft" onClick={() => onGo(-1)}>
            <LeftIcon />
          </IconButton>
          <IconButton label={text.pictures.next} keys="ArrowRight" onClick={() => onGo(1)}>
            <RightIcon />
          </IconButton>
        </>
      ) : null}
      <span className={styles['gap']} />
      {picture.link === null ? null : (
        <a
          href={picture.link}
          target="_blank"
          rel="noopener noreferrer"
          title={picture.link}
          aria-label={text.pictures.link}
          className={styles['link']}
        >
          <ExternalIcon size={18} />
        </a>
      )}
      <IconButton
        label={text.pictures.smaller}
        keys="-"
        disabled={zoom === zooms.fit}
        onClick={() => onZoom(zoomBy(zoom, -1))}
      >
        <SmallerIcon />
      </IconButton>
      <IconButton
        label={text.pictures.larger}
        keys="+"
        disabled={zoom === zooms.largest}
        onClick={() => onZoom(zoomBy(zoom, 1))}
      >
        <LargerIcon />
      </IconButton>
      <IconButton label={text.pictures.fit} keys="0" disabled={zoom === zooms.fit} onClick={() => onZoom(zooms.fit)}>
        <FitIcon />
      </IconButton>
      <IconButton label={text.dialog.close} keys="Escape" onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}

function Words({ picture: { caption, alt } }: { readonly picture: Picture }) {
  const isSaidAlready = alt === '' || caption.includes(alt);
  if (caption === '' && isSaidAlready) return null;
  return (
    <div className={styles['words']}>
      {caption === '' ? null : <p className={styles['caption']}>{caption}</p>}
      {isSaidAlready ? null : (
        <p className={styles['alt']}>
          <strong>{text.pictures.shows}</strong> {alt}
        </p>
      )}
    </div>
  );
}
