import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, protocol, screen, session, shell } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { CaptureInput } from '#contract/capture.ts';
import { defaultPlaces, preloadPath, thisMachine, windowFolder } from '../host/places.ts';
import { listWindowFiles } from '../host/window-files.ts';
import { schemes, serveWindow } from './app-protocol.ts';
import { closeSession } from './closed-session.ts';
import { desktopOf } from './desktop.ts';
import { openOutside } from './external-links.ts';
import { guardContents } from './guard-contents.ts';
import { type Ask, ownArguments, parseStart, readHandedOver } from './handed-over.ts';
import { tellWindows } from './ipc-host.ts';
import { claimLinks, sendLinks } from './links.ts';
import { showWindow, windowOptions } from './main-window.ts';
import type { MenuActs } from './menu.ts';
import { openBackend } from './open-backend.ts';
import { closeBeforeQuit } from './quit.ts';
import { serveShell } from './serve-shell.ts';
import { takeIn } from './take-in.ts';
import { mainText } from './text/main-text.ts';
import { keepWindowStates, readWindowStates, type WindowState } from './window-state.ts';
import { createWindows } from './windows.ts';
import type { Wishes } from './wishes.ts';

/** The Electron app, assembled. Each step is a module of its own; here is only their order. */
const places = defaultPlaces(thisMachine());
const ownStart = { args: ownArguments(process.argv, app.isPackaged), folder: process.cwd() };
const handedOver = readHandedOver(ownStart);
const waiting: CaptureInput[] = [...handedOver.inputs];
const waitingLinks: string[] = [...handedOver.links];
let backend: Backend | undefined;
let acts: MenuActs | undefined;
let wishes: Wishes = { languages: [], notifies: true };
const text = () => mainText(wishes.languages);
const windows = createWindows<BrowserWindow>({
  make: makeWindow,
  show: showWindow,
  read: () =>
    readWindowStates(
      places.dataPath,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
  keep: (states) => keepWindowStates(places.dataPath, states),
});

app.setName('Pressmark');
// As the installer registers it (packaging/electron-builder.json): Windows shows notices of programs it knows.
app.setAppUserModelId('app.pressmark.desktop');
// The single-instance lock is one for each data folder: a second installation stands apart.
const electronPath = path.join(places.dataPath, 'electron');
mkdirSync(electronPath, { recursive: true });
app.setPath('userData', electronPath);
app.enableSandbox();
protocol.registerSchemesAsPrivileged(schemes);

function receive(inputs: readonly CaptureInput[]): void {
  if (backend === undefined) waiting.push(...inputs);
  else void takeIn(backend, inputs);
}

if (app.requestSingleInstanceLock(ownStart)) {
  app.on('second-instance', (_event, _args, _folder, otherStart) => {
    const { inputs, links, asks } = readHandedOver(parseStart(otherStart));
    receive(inputs);
    void receiveLinks(links);
    answer(asks);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    receive([{ kind: 'path', path: file }]);
    answer([]);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    void receiveLinks([link]);
  });
  guardContents(app, {
    outside: (address) => void openOutside(address, { dialog, shell, text: text() }),
    inWindow: (address) => void windows.open(address),
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

/** A second start without a wish of its own means: show me what is there. */
function answer(asks: readonly Ask[]): void {
  if (acts === undefined) return;
  if (asks.includes('new-window')) acts.newWindow();
  else void windows.present();
  if (asks.includes('paste')) acts.pasteArticle();
}

/** Links wait for the window that shows them; on a Mac there may be none just now. */
async function receiveLinks(links: readonly string[]): Promise<void> {
  if (links.length === 0) return;
  waitingLinks.push(...links);
  if (backend === undefined) return;
  sendLinks(await windows.present(), waitingLinks.splice(0));
}

async function start(): Promise<void> {
  wishes = { ...wishes, languages: app.getPreferredSystemLanguages() };
  const files = await listWindowFiles(windowFolder());
  const opened = await openBackend({
    asked: handedOver.library,
    usual: places.libraryPath,
    dataPath: places.dataPath,
    desktop: desktopOf(dialog, shell, text),
  });
  backend = opened;
  closeBeforeQuit(app, () => Promise.all([windows.end(), opened.close()]));
  closeSession(session.defaultSession);
  serveWindow(protocol, files, opened);
  tellWindows(opened, windows.all);
  acts = await serveShell({ backend: opened, windows, text, wishes: () => wishes, hear: (heard) => (wishes = heard) });
  app.on('activate', () => {
    if (windows.front() === undefined) void windows.open();
  });
  claimLinks(app);
  sendLinks(await windows.openAsBefore(), waitingLinks.splice(0));
  if (handedOver.asks.includes('paste')) acts?.pasteArticle();
  await takeIn(opened, waiting.splice(0));
}

function makeWindow(state: WindowState): BrowserWindow {
  const isDark = nativeTheme.shouldUseDarkColors;
  return new BrowserWindow(windowOptions(state, { preload: preloadPath(), isDark }));
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(text().cannotOpen, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
