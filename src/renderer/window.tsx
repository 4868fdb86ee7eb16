import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { ArchiveEvent } from '#contract/events.ts';
import { createClient } from '#contract/client.ts';
import { addressOfWindow, articleOfWindow } from '#contract/window-address.ts';
import { App } from './app.tsx';
import { announcerOf, createToasts } from './components/toasts.tsx';
import type { Announcer } from './state/announcer.ts';
import { ServicesProvider, type Services } from './state/backend.tsx';
import { createCaptures } from './state/captures.ts';
import type { Connection, WindowCarrier } from './state/carrier.ts';
import { createNewsReader } from './state/news.ts';
import type { Preferences } from './state/preferences.ts';
import { createQueryCache } from './state/query-cache.ts';
import { createStore, type Store } from './state/store.ts';
import { aloneIn, viewOf } from './state/view.ts';
import { text } from './text/text.ts';

/** Puts the window together: a wire to the back end, what is remembered, and the screens over them. */
export function start(root: HTMLElement, carrier: WindowCarrier, preferences: Store<Preferences>): void {
  const client = createClient(carrier);
  const toasts = createToasts();
  const cache = createQueryCache(client);
  const services: Services = {
    client,
    cache,
    news: createNewsReader(cache, { set: (run, delayMs) => setTimeout(run, delayMs) }),
    connection: createStore<Connection>('connected'),
    captures: createCaptures(client),
    announcer: announcerOf(toasts),
    preferences,
    view: createStore(viewOf(articleOfWindow(window.location.search))),
    onLink: carrier.onLink,
    shell: carrier.shell,
  };
  hearNews(carrier, services);
  createRoot(root).render(
    <ServicesProvider value={services}>
      <App toasts={toasts} />
      <SwitchNotice announcer={services.announcer} />
    </ServicesProvider>,
  );
}

function hearNews(carrier: WindowCarrier, { cache, news, captures, connection, view }: Services): void {
  // Jobs are also told by events; a back end that cannot be asked now shows on the whole window.
  const refresh = () => void captures.refresh().catch(() => undefined);
  carrier.onEvent((event) => {
    if (event.type === 'library.switched') beginAnew(event);
    news.read(event);
    captures.hear(event);
  });
  carrier.onConnection((now) => {
    connection.set(() => now);
    if (now !== 'connected') return;
    cache.invalidate(() => true);
    refresh();
  });
  refresh();
  let { openId, place } = view.get();
  let alone = aloneIn(view.get());
  view.subscribe(() => {
    const now = view.get();
    if (now.openId !== openId || now.place !== place) news.catchUp();
    ({ openId, place } = now);
    if (aloneIn(now) === alone) return;
    alone = aloneIn(now);
    window.history.replaceState(null, '', addressOfWindow(alone));
  });
}

const switchKey = 'pressmark.switched';
type Switch = Extract<ArchiveEvent, { type: 'library.switched' }>;

/** Nothing that is on the screen or remembered holds any more: the window is loaded anew, and then says why. */
function beginAnew({ name, movedFrom }: Switch): void {
  sessionStorage.setItem(
    switchKey,
    movedFrom === null ? text.manage.switched(name) : text.manage.moved(name, movedFrom),
  );
  window.location.replace(addressOfWindow(null));
}

/** After the window, so that the place for messages is there. */
function SwitchNotice({ announcer }: { readonly announcer: Announcer }) {
  useEffect(() => {
    const sentence = sessionStorage.getItem(switchKey);
    sessionStorage.removeItem(switchKey);
    if (sentence !== null) announcer.say({ text: sentence, tone: 'done' });
  }, [announcer]);
  return null;
}
