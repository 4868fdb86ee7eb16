import { DisconnectedIcon, LockIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import styles from './opening.module.css';

type BannerProps = { readonly isLost: boolean; readonly isReadOnly: boolean };

/** A line over the window while something keeps it from working as usual. */
export function Banner({ isLost, isReadOnly }: BannerProps) {
  if (isLost) {
    return (
      <div role="alert" className={styles['banner']}>
        <DisconnectedIcon size={16} />
        {text.broken.lostBanner}
      </div>
    );
  }
  if (!isReadOnly) return null;
  return (
    <div role="status" className={styles['banner']}>
      <LockIcon size={16} />
      {text.broken.readOnlyBanner}
    </div>
  );
}
