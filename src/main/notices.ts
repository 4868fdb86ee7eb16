import type { Notification } from 'electron';
import type { Notice } from './long-work.ts';
import type { MainText } from './text/main-text.ts';

/** Of Electron, what shows a notice of the system. */
export type NoticePlaces = {
  readonly isSupported: () => boolean;
  readonly make: (words: { title: string; body: string }) => Pick<Notification, 'show'> & {
    on(name: 'click', listener: () => void): unknown;
  };
  /** A window of ours has the focus. */
  readonly isWatched: () => boolean;
};

export type NoticeOptions = {
  readonly text: MainText;
  /** As the person has set it. */
  readonly isWanted: boolean;
  /** Leads to the result: an action of the window. */
  readonly lead: (action: string) => void;
};

/** Tells of work that has ended, unless a window is being looked at, where it can be seen. */
export function showNotice(notice: Notice, places: NoticePlaces, { text, isWanted, lead }: NoticeOptions): void {
  if (!isWanted || places.isWatched() || !places.isSupported()) return;
  const shown = places.make({ title: 'Pressmark', body: sentenceOf(notice, text) });
  shown.on('click', () => lead(notice.kind === 'captured' ? 'goUnread' : 'health'));
  shown.show();
}

function sentenceOf(notice: Notice, { done }: MainText): string {
  if (notice.kind !== 'captured') return done[notice.kind];
  const added = done.added(notice.added);
  return notice.failed === 0 ? added : `${added}\n${done.failed(notice.failed)}`;
}
