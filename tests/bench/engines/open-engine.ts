import type { Engine, EngineName, EngineSettings } from './engine.ts';

/** Loads an engine's modules, without opening it. */
export async function loadEngine(name: EngineName): Promise<unknown> {
  switch (name) {
    case 'pressmark':
      return import('./pressmark.ts');
    case 'lunr':
      return import('./lunr.ts');
    case 'minisearch':
      return import('./minisearch.ts');
    case 'flexsearch':
      return import('./flexsearch.ts');
    case 'orama':
      return import('./orama.ts');
    case 'fts5':
    case 'fts5-count':
      return import('./fts5.ts');
  }
}

/** Opens an engine on what its folder holds. Each is loaded only when asked for, so that a fresh process bears one. */
export async function openEngine(name: EngineName, folder: string, settings: EngineSettings): Promise<Engine> {
  switch (name) {
    case 'pressmark':
      return (await import('./pressmark.ts')).openPressmark(folder);
    case 'lunr':
      return (await import('./lunr.ts')).openLunr(folder, settings);
    case 'minisearch':
      return (await import('./minisearch.ts')).openMiniSearch(folder, settings);
    case 'flexsearch':
      return (await import('./flexsearch.ts')).openFlexSearch(folder);
    case 'orama':
      return (await import('./orama.ts')).openOrama(folder, settings);
    case 'fts5':
      return (await import('./fts5.ts')).openFts5(folder, settings, 'ranked');
    case 'fts5-count':
      return (await import('./fts5.ts')).openFts5(folder, settings, 'counted');
  }
}
