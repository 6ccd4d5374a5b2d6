import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript file into a folder so that plain Node can run it; answers the bundle's path. */
export async function bundleChild(entry: string, folder: string): Promise<string> {
  const external = builtinModules.flatMap((name) => [name, `node:${name}`]);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { input: { child: entry }, external, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}
