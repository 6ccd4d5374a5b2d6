import { copyFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './paths.mjs';

/** Never bundled: Node itself, Electron, and the PDF compiler with its native part. */
const external = [
  'electron',
  'vite',
  'playwright-core',
  '@myriaddreamin/typst-ts-node-compiler',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

const workers = {
  compareWorker: 'host/review/versions/compareWorker.ts',
  folderWorker: 'host/folders/folderWorker.ts',
  grammarWorker: 'host/coach/grammarWorker.ts',
  importWorker: 'host/importers/importWorker.ts',
  searchWorker: 'host/search/searchWorker.ts',
  typstWorker: 'host/exporters/typstWorker.ts',
  writerWorker: 'host/exporters/writerWorker.ts',
};

/**
 * Bundles the host's workers, with a program of their own beside them where one is given, and lays the grammar's
 * rules and dictionary there, so that nothing is ever fetched.
 *
 * @param {string} folder @param {Record<string, string>} [programs]
 */
export async function bundleHost(folder, programs = {}) {
  await bundleForNode({ entries: { ...workers, ...programs }, folder, format: 'es', extension: 'js' });
  copyFileSync(
    join(root, 'node_modules/harper.js/dist/harper_wasm_slim_bg.wasm'),
    join(folder, 'harper.wasm'),
  );
}

/**
 * Bundles entries for Node or Electron into a folder, libraries included.
 *
 * @param {{ entries: Record<string, string>, folder: string, format: 'es' | 'cjs', extension: 'js' | 'cjs' | 'mjs' }} target
 */
export async function bundleForNode({ entries, folder, format, extension }) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: entries,
        external,
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
        },
      },
    },
  });
}
