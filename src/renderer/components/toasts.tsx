import { Toast, type ToastManager, type ToastObject } from '@base-ui/react/toast';
import type { Announcer, Message } from '../state/announcer.ts';
import { text } from '../text/text.ts';
import { joinClasses } from './button.tsx';
import { CloseIcon, WarnIcon } from './icons.ts';
import styles from './toasts.module.css';

type ToastData = { readonly tone: Message['tone'] };

export type Toasts = ToastManager<ToastData>;

export function createToasts(): Toasts {
  return Toast.createToastManager<ToastData>();
}

/** Messages as toasts: long enough to reach their button, and never in the way. */
export function announcerOf(toasts: Toasts): Announcer {
  return {
    say({ text: sentence, tone, action, key }) {
      const id = toasts.add({
        ...(key === undefined ? {} : { id: key }),
        title: sentence,
        timeout: action || tone === 'failed' ? 8000 : 4000,
        priority: tone === 'failed' ? 'high' : 'low',
        data: { tone },
        actionProps: action && {
          children: action.label,
          onClick() {
            toasts.close(id);
            action.run();
          },
        },
      });
    },
  };
}

export function ToastShelf({ toasts }: { readonly toasts: Toasts }) {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles['shelf']} aria-label={text.toasts.label}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastData>();
  return toasts.map((toast) => <ToastCard key={toast.id} toast={toast} />);
}

function ToastCard({ toast }: { readonly toast: ToastObject<ToastData> }) {
  return (
    <Toast.Root toast={toast} swipeDirection={['down', 'right']} className={styles['toast']}>
      <Toast.Content className={joinClasses(styles['card'], toast.limited && styles['limited'])}>
        {toast.data?.tone === 'failed' ? <WarnIcon className={styles['warn']} size={16} /> : null}
        <Toast.Title render={<p />} className={styles['text']} />
        {toast.actionProps ? <Toast.Action className={styles['action']} /> : null}
        <Toast.Close className={styles['close']} aria-label={text.toasts.close}>
          <CloseIcon size={15} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  );
}
