import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckIcon, CopyIcon, SavedIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { copyText } from '../highlights/hand-out.ts';
import { bookmarkletFor } from './bookmarklet.ts';
import styles from './link.module.css';

/** A bookmark for the browser that hands the page one is looking at to Pressmark. */
export function BookmarkletDialog({ onClose }: { readonly onClose: () => void }) {
  const isApp = window.pressmark !== undefined;
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const code = bookmarkletFor(isApp ? null : window.location.origin);
  const copy = () =>
    void copyText(code).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Dialog title={text.links.bookmarklet.title} onClose={onClose}>
      <div className={styles['sheet']}>
        <p className={styles['soft']}>{text.links.bookmarklet.intro}</p>
        <Bookmarklet code={code} />
        <p className={styles['soft']}>{text.links.bookmarklet.byHand}</p>
        <div className={styles['copy']}>
          <code className={styles['code']}>{code}</code>
          <Button onClick={copy}>
            {copied === 'yes' ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
            {text.links.bookmarklet.copy}
          </Button>
        </div>
        <p role="status" className={styles['soft']}>
          {copied === 'yes'
            ? text.links.bookmarklet.copied
            : copied === 'refused'
              ? text.links.bookmarklet.refused
              : ''}
        </p>
        <p className={styles['note']}>{isApp ? text.links.bookmarklet.inApp : text.links.bookmarklet.inBrowser}</p>
        <h3 className={styles['heading']}>{text.links.schemeTitle}</h3>
        <dl className={styles['schemes']}>
          {text.links.schemes.map(({ link, means }) => (
            <div key={link}>
              <dt>
                <code>{link}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}

/**
 * The link to drag. Its address is set on the element itself: React refuses addresses that are scripts, rightly,
 * and the window's policy would not run it here anyway.
 */
function Bookmarklet({ code }: { readonly code: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.setAttribute('href', code), [code]);
  const onClick = (event: MouseEvent) => event.preventDefault();
  return (
    <p className={styles['drag']}>
      {/* eslint-disable-next-line jsx-a11y/anchor-is-valid -- the address is set above */}
      <a ref={link} href="#" className={styles['bookmarklet']} onClick={onClick}>
        <SavedIcon size={16} />
        {text.links.bookmarklet.name}
      </a>
    </p>
  );
}
