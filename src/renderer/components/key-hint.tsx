import { formatKeys } from '../text/keys.ts';
import styles from './key-hint.module.css';

/** A key, or several pressed together, drawn as on the keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className={styles['key']}>{formatKeys(keys, isMac())}</kbd>;
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
