import type { Session } from 'electron';
import { isOurs } from './channels.ts';

type ClosableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

/**
 * Closes the window's session to the network and to every device.
 *
 * Pages are fetched by the back end, never by the window, so the window needs no network at all.
 * This wall stands behind the content policy and does not depend on it. Electron grants every
 * permission that nobody refuses.
 */
export function closeSession(session: ClosableSession): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Its dictionaries would come from the network.
  session.setSpellCheckerEnabled(false);
}

const localSchemes: ReadonlySet<string> = new Set(['data:', 'blob:', 'devtools:']);

/** What the window may load: its own files, and what is in memory already. */
export function mayLoad(address: string): boolean {
  if (isOurs(address)) return true;
  return URL.canParse(address) && localSchemes.has(new URL(address).protocol);
}
