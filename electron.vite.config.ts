import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const outFolder = process.env['PRESSMARK_OUT'] ?? path.join(root, 'out');
const source = (file: string) => path.join(root, 'src', file);

/** Packages that are heavy and loaded when first needed, each with the file it becomes in the output. */
const loadedLate: Readonly<Record<string, string>> = {
  'eld/small': 'language-detector',
  ...Object.fromEntries(lunrLanguageFiles().map((file) => [`lunr-languages/${file}`, path.basename(file, '.js')])),
};

/** The decoder of pictures, as its package has it: its files find each other by their names. */
const decoderFolder = 'picture-decoder';
const decoderFiles = ['vips-node.mjs', 'vips.wasm', 'vips-heif.wasm'] as const;

/** The languages that search may load: each is a file of its own, as in the package. */
function lunrLanguageFiles(): string[] {
  const listed = readFileSync(source('backend/search/analysis/lunr-languages.ts'), 'utf8');
  return Array.from(listed.matchAll(/import\.meta\.resolve\('lunr-languages\/(.+?)'\)/g), (match) => match[1] ?? '');
}

/**
 * Points `import.meta.resolve('package')` to the package's own file in the output.
 *
 * A bundler follows imports only; what the source finds at run time it would leave to a
 * `node_modules` that is not shipped.
 */
function bundleLoadedLate(): Plugin {
  return {
    name: 'pressmark:bundle-loaded-late',
    transform(code) {
      const result = code.replaceAll(/import\.meta\.resolve\((['"])([^'"]+)\1\)/g, (whole, _, name: string) => {
        const file = loadedLate[name];
        return file === undefined ? whole : `import.meta.resolve('./${file}.js')`;
      });
      return result === code ? null : { code: result, map: null };
    },
  };
}

/** Puts the decoder of pictures beside the scripts, unchanged, and lets `import.meta.resolve` find it there. */
function copyDecoder(): Plugin {
  return {
    name: 'pressmark:copy-decoder',
    transform(code) {
      const [entry] = decoderFiles;
      const found = `import.meta.resolve('./${decoderFolder}/${entry}')`;
      const result = code.replaceAll(/import\.meta\.resolve\((['"])wasm-vips\1\)/g, found);
      return result === code ? null : { code: result, map: null };
    },
    generateBundle() {
      const folder = path.dirname(fileURLToPath(import.meta.resolve('wasm-vips')));
      for (const file of decoderFiles) {
        this.emitFile({
          type: 'asset',
          fileName: `${decoderFolder}/${file}`,
          source: readFileSync(path.join(folder, file)),
        });
      }
    },
  };
}

/**
 * Takes a package out of pdf.js that it would draw with: nothing is drawn, and it is native code.
 */
function withoutCanvas(): Plugin {
  return {
    name: 'pressmark:without-canvas',
    transform(code, id) {
      if (!id.includes('pdfjs-dist')) return null;
      const result = code.replaceAll('require("@napi-rs/canvas")', 'undefined');
      return result === code ? null : { code: result, map: null };
    },
  };
}

/**
 * Everything is bundled, so that `out/` runs without `node_modules`: only Electron and what Node
 * brings stay outside. `tests/build/out.test.ts` reads the result and holds it to that.
 */
export default defineConfig({
  main: {
    root,
    plugins: [bundleLoadedLate(), copyDecoder(), withoutCanvas()],
    resolve: { alias: [{ find: /^canvas$/, replacement: path.join(root, 'config', 'no-canvas.ts') }] },
    build: {
      outDir: path.join(outFolder, 'main'),
      externalizeDeps: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          cli: source('cli/index.ts'),
          'web-host': source('web-host/index.ts'),
          'backend-thread': source('host/backend-thread.ts'),
          'extract-worker': source('backend/extract/extract-worker.ts'),
          'picture-worker': source('backend/pictures/picture-worker.ts'),
          ...Object.fromEntries(Object.entries(loadedLate).map(([name, file]) => [file, name])),
        },
        external: ['electron', /^node:/],
        // All files in one folder: an entry finds the others beside itself (see host/places.ts).
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: path.join(outFolder, 'preload'),
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload is one CommonJS file: it cannot be split, and can require only Electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    base: '/',
    plugins: [react()],
    build: {
      outDir: path.join(outFolder, 'renderer'),
      emptyOutDir: true,
      target: 'chrome150',
      minify: true,
      sourcemap: false,
      // Pictures and fonts stay files: the content policy allows fonts from our own origin only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
});
