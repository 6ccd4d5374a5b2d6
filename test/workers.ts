import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHost } from '../build/setup/bundleForNode.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['core', 'storage', 'host', 'server', 'cli'];
/** Folder with the worker files bundled as a release has them; built once for a state of the sources. */
export const bundledWorkers = (): Promise<string> => bundled('workers', {});

/** Path of the bundled command line, with the workers beside it. */
export const bundledCli = async (): Promise<string> =>
  join(await bundled('cli', { cli: 'cli/main.ts' }), 'cli.js');

async function bundled(name: string, programs: Record<string, string>): Promise<string> {
  // Two levels under the root, as dist/node is, so that relative paths to templates hold.
  const folder = join(root, 'out', `${name}-${sourcesKey()}`);
  if (existsSync(folder)) return folder;
  await mkdir(join(root, 'out'), { recursive: true });
  const building = await mkdtemp(`${folder}.`);
  await bundleHost(building, programs);
  // Another test process may have finished first; its bundle is the same.
  await rename(building, folder).catch(() => rm(building, { recursive: true, force: true }));
  return folder;
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
