import { Tabs } from '@base-ui/react/tabs';
import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import { HealthPage } from './health-page.tsx';
import { LibrariesPage } from './libraries-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import styles from './manage.module.css';

export type ManagePageName = keyof typeof text.manage.pages;

type ManageDialogProps = {
  readonly page: ManagePageName;
  readonly isReadOnly: boolean;
  readonly onPage: (page: ManagePageName) => void;
  readonly onClose: () => void;
};

const pages: readonly ManagePageName[] = ['settings', 'libraries', 'health'];

/** The window, its libraries and their health: three pages of one sheet. */
export function ManageDialog({ page, isReadOnly, onPage, onClose }: ManageDialogProps) {
  return (
    <Dialog title={text.manage.title} size="whole" onClose={onClose}>
      <Tabs.Root
        value={page}
        orientation="vertical"
        onValueChange={(next: ManagePageName) => onPage(next)}
        className={styles['root']}
      >
        <Tabs.List aria-label={text.manage.title} className={styles['tabs']}>
          {pages.map((name) => (
            <Tabs.Tab key={name} value={name} className={styles['tab']}>
              {text.manage.pages[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="settings" className={styles['page']}>
          <SettingsPage />
        </Tabs.Panel>
        <Tabs.Panel value="libraries" className={styles['page']}>
          <LibrariesPage />
        </Tabs.Panel>
        <Tabs.Panel value="health" className={styles['page']}>
          <HealthPage isReadOnly={isReadOnly} />
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  );
}
