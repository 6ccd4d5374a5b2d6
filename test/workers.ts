import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['core', 'storage', 'host', 'server', 'cli'];
const external = [
  '@myriaddreamin/typst-ts-node-compiler',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** Folder with the worker files bundled as a release has them; built once for a state of the sources. */
export const bundledWorkers = (): Promise<string> =>
  bundled('workers', {
    grammarWorker: 'host/coach/grammarWorker.ts',
    importWorker: 'host/importers/importWorker.ts',
    searchWorker: 'host/search/searchWorker.ts',
    typstWorker: 'host/exporters/typstWorker.ts',
  });

/** Path of the bundled command line, with the workers beside it. */
export const bundledCli = async (): Promise<string> =>
  join(
    await bundled('cli', {
      cli: 'cli/main.ts',
      importWorker: 'host/importers/importWorker.ts',
      searchWorker: 'host/search/searchWorker.ts',
      typstWorker: 'host/exporters/typstWorker.ts',
    }),
    'cli.js',
  );

async function bundled(name: string, entries: Record<string, string>): Promise<string> {
  // Two levels under the root, as dist/node is, so that relative paths to templates hold.
  const folder = join(root, 'out', `${name}-${sourcesKey()}`);
  if (existsSync(folder)) return folder;
  await mkdir(join(root, 'out'), { recursive: true });
  const building = await mkdtemp(`${folder}.`);
  await bundleInto(building, entries);
  if (entries.grammarWorker) {
    const wasm = join(root, 'node_modules/harper.js/dist/harper_wasm_slim_bg.wasm');
    await copyFile(wasm, join(building, 'harper.wasm'));
  }
  // Another test process may have finished first; its bundle is the same.
  await rename(building, folder).catch(() => rm(building, { recursive: true, force: true }));
  return folder;
}

async function bundleInto(folder: string, entries: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))),
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

function sourcesKey(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts'))
        hash.update(`${source}/${file} ${statSync(join(root, source, file)).mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
