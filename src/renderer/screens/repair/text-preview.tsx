import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { SheetBlock } from '#contract/repair-sheet.ts';
import { joinClasses } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import body from '../reader/article-body.module.css';
import { safeFragment } from '../reader/safe-html.ts';
import styles from './repair.module.css';

type TextPreviewProps = {
  readonly blocks: readonly SheetBlock[];
  readonly activeKey: string | undefined;
  readonly language: string | null;
};

/** The article as it will be, and in it the block that is looked at. */
export function TextPreview({ blocks, activeKey, language }: TextPreviewProps) {
  return (
    <section aria-label={text.repair.preview} tabIndex={0} className={styles['preview']}>
      <div className={joinClasses(body['body'], styles['story'])} lang={language ?? undefined} dir="auto">
        {blocks.length === 0 ? <p>{text.repair.nothing}</p> : null}
        {blocks.map(({ key, kind, html }) => (
          <Block key={key} kind={kind} html={html} isActive={key === activeKey} />
        ))}
      </div>
    </section>
  );
}

type BlockProps = { readonly kind: string; readonly html: string; readonly isActive: boolean };

const Block = memo(function Block({ kind, html, isActive }: BlockProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const whole = kind === 'li' && html.startsWith('<li') ? `<ul>${html}</ul>` : html;
    frame.current?.replaceChildren(withoutStops(safeFragment(whole)));
  }, [kind, html]);
  useEffect(() => {
    if (isActive) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return <div ref={frame} className={joinClasses(styles['block'], isActive && styles['active'])} />;
});

/** Links and wide tables are no stops for the Tab key here: one comes to look, not to leave. */
function withoutStops(fragment: DocumentFragment): DocumentFragment {
  for (const link of fragment.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const stop of fragment.querySelectorAll('[tabindex]')) stop.removeAttribute('tabindex');
  return fragment;
}
