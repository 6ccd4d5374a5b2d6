import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sources = ['core', 'renderer', 'build'];

let building: Promise<string> | undefined;

/** Folder with the window built as a release has it; built once for a state of the sources. */
export function builtRenderer(): Promise<string> {
  building ??= buildOnce(join(root, 'node_modules/.cache/dateline', `release-${sourcesKey()}`));
  return building;
}

async function buildOnce(folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const outDir = await mkdtemp(`${folder}.`);
  await buildForRelease(outDir);
  // Another test process may have finished first; its build is the same.
  await rename(outDir, folder).catch(() => rm(outDir, { recursive: true, force: true }));
  return folder;
}

/** A test runner names its own environment, for which the bundler would take React's development build. */
async function buildForRelease(outDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'error', build: { outDir } });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

function sourcesKey(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort()) {
      const { mtimeMs, size } = statSync(join(root, source, file));
      hash.update(`${source}/${file} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
