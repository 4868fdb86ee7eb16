import { useMemo } from 'react';
import { useServices } from '../../state/backend.tsx';
import { text } from '../../text/text.ts';
import type { ReaderActs } from '../reader/reader-bar.tsx';
import type { Desk } from './desk.ts';

/** What the reader pane may ask for. Those parts that a long-lived effect holds on to stay the same. */
export function useReaderActs(desk: Desk): ReaderActs {
  const { announcer } = useServices();
  const { acts } = desk;
  const steady = useMemo(
    () => ({
      keepProgress: (id: string, progress: number) => void acts.keepProgress(id, progress),
      correct: (id: string, corrections: Parameters<typeof acts.correct>[1]) => void acts.correct(id, corrections),
      copyAddress: (address: string) => {
        void navigator.clipboard.writeText(address).then(
          () => announcer.say({ text: text.reader.addressCopied, tone: 'done' }),
          () => announcer.say({ text: text.reader.addressNotCopied, tone: 'failed' }),
        );
      },
    }),
    [acts, announcer],
  );
  return {
    ...steady,
    back: desk.leaveReader,
    next: () => desk.step(1),
    favourite: desk.favourite,
    archive: desk.archive,
    unread: desk.unread,
    trash: desk.trash,
    restore: desk.restore,
    addTag: () => desk.show('tags'),
    details: () => desk.show('details'),
    explain: () => desk.show('explain'),
    original: () => desk.show('original'),
    find: () => desk.reading.current?.find(),
    readAloud: () => desk.reading.current?.readAloud(),
    focus: desk.toggleFocus,
    openInWindow: desk.openInWindow,
    endGuesses: desk.endGuesses,
    print: () => desk.show('print'),
    repair: () => desk.show('repair'),
    retry: desk.retry,
    goToTag: (tag) => desk.goTo({ kind: 'tag', tag }),
    removeTag: (id, tag) => void acts.tag([id], [], [tag]),
    keepTag: (id, tag) => void acts.tag([id], [tag], []),
    queueHead: desk.queueHead?.headline ?? null,
    readNext: desk.readNext,
    isSample: ({ headline }) => headline === text.sample.headline,
  };
}
