import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/highlights.css';
import './styles/print.css';
import { chooseCarrier } from './state/carrier.ts';
import { createPreferences } from './state/preferences.ts';
import { chooseLanguage } from './text/languages.ts';
import { speak } from './text/text.ts';

/** Everything that holds sentences is imported only when the language is known. */
async function open(root: HTMLElement): Promise<void> {
  const preferences = createPreferences(localStorage, window);
  const spoken = chooseLanguage(preferences.get().language, navigator.languages);
  document.documentElement.lang = spoken.language;
  await speak(spoken);
  if (location.hash === '#gallery') return (await import('./gallery/gallery.tsx')).startGallery(root);
  const { start } = await import('./window.tsx');
  start(root, chooseCarrier(window), preferences);
}

const root = document.getElementById('root');
if (root) void open(root);
