import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** The real preload as one file's text, bundled as the build does it, once for each test file. */
export function bundlePreload(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const output = (await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: 'electron/preload/preload.ts',
      write: false,
      minify: false,
      rollupOptions: { output: { format: 'cjs' } },
    },
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}
