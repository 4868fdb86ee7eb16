import type { Engine, EngineName, EngineSettings } from './engine.ts';

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
