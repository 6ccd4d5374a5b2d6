import { builtinModules } from 'node:module';
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

/**
 * Bundles entries for Node or Electron into a folder, libraries included.
 *
 * @param {{ entries: Record<string, string>, folder: string, format: 'es' | 'cjs', extension: string }} target
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
