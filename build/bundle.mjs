import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { buildStamp } from './setup/ensureBuild.mjs';
import { root } from './setup/paths.mjs';

/** Never bundled: Node itself, Electron, and the PDF compiler with its native part. */
const external = [
  'electron',
  '@myriaddreamin/typst-ts-node-compiler',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** @param {{ entries: Record<string, string>, folder: string, format: 'es' | 'cjs', extension: string }} target */
async function bundleForNode({ entries, folder, format, extension }) {
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

/** Fonts for PDF come as TTF out of packages; woff2 would be ignored without a word. */
function copyFonts() {
  const fonts = JSON.parse(readFileSync(join(root, 'templates/pdf/fonts.json'), 'utf8'));
  mkdirSync(join(root, 'dist/fonts'), { recursive: true });
  for (const { package: name, file } of fonts) {
    copyFileSync(join(root, 'node_modules', name, file), join(root, 'dist/fonts', file.split('/').at(-1)));
  }
}

process.chdir(root);
rmSync(join(root, 'dist'), { recursive: true, force: true });
await bundleForNode({
  entries: {
    cli: 'cli/main.ts',
    searchWorker: 'host/search/searchWorker.ts',
    typstWorker: 'host/exporters/typstWorker.ts',
  },
  folder: 'dist/node',
  format: 'es',
  extension: 'js',
});
await bundleForNode({
  entries: { main: 'electron/main/main.ts' },
  folder: 'dist/electron',
  format: 'es',
  extension: 'js',
});
await bundleForNode({
  entries: { preload: 'electron/preload/preload.ts' },
  folder: 'dist/electron',
  format: 'cjs',
  extension: 'cjs',
});
await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
copyFonts();
writeFileSync(join(root, buildStamp), `${statSync(join(root, 'package-lock.json')).size}\n`);
