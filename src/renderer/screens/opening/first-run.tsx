import { useRef, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { LinkIcon, PasteIcon, UploadIcon } from '../../components/icons.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import { collectFiles } from '../capture/collect-drop.ts';
import type { TakeIn } from '../capture/use-capture.ts';
import styles from './first-run.module.css';

type FirstRunProps = {
  readonly takeIn: TakeIn;
  readonly onShow: (dialog: 'add' | 'add-text') => void;
  readonly isReadOnly: boolean;
};

/** An empty library: three ways to begin, and something to try it out on. */
export function FirstRun({ takeIn, onShow, isReadOnly }: FirstRunProps) {
  const files = useRef<HTMLInputElement>(null);
  return (
    <section aria-label={text.firstRun.title} className={styles['screen']}>
      <div className={styles['column']}>
        <h2 className={styles['title']}>{text.firstRun.title}</h2>
        <p className={styles['lead']}>{text.firstRun.lead}</p>
        <div className={styles['ways']}>
          <Way
            icon={<UploadIcon />}
            title={text.firstRun.drop}
            onPress={() => files.current?.click()}
            isOff={isReadOnly}
          >
            {text.firstRun.dropHint}
          </Way>
          <Way icon={<LinkIcon />} title={text.firstRun.address} onPress={() => onShow('add')} isOff={isReadOnly}>
            {text.firstRun.addressHint}
          </Way>
          <Way icon={<PasteIcon />} title={text.firstRun.paste} onPress={() => onShow('add-text')} isOff={isReadOnly}>
            {text.firstRun.pasteHint} <KeyHint keys="mod+v" />
          </Way>
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={text.capture.chooseFiles}
          onChange={(event) => event.target.files && void takeIn.files(collectFiles(event.target.files))}
        />
        <p className={styles['sample']}>
          {text.firstRun.sampleHint}{' '}
          <Button
            disabled={isReadOnly}
            onClick={() =>
              void takeIn.inputs([{ kind: 'text', text: text.sample.article, name: 'sample', origin: 'paste' }])
            }
          >
            {text.firstRun.sample}
          </Button>
        </p>
      </div>
    </section>
  );
}

type WayProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isOff: boolean;
};

function Way({ icon, title, children, onPress, isOff }: WayProps) {
  return (
    <button type="button" className={styles['way']} onClick={onPress} disabled={isOff}>
      {icon}
      <span className={styles['wayTitle']}>{title}</span>
      <span className={styles['wayHint']}>{children}</span>
    </button>
  );
}
