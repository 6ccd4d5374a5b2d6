import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

export const buildStamp = 'dist/.built';
const sourceFolders = [
  'core',
  'storage',
  'host',
  'server',
  'cli',
  'electron',
  'renderer',
  'templates',
  'build',
];

/** Builds the app when there is no build yet or a source file is newer than it. */
export async function ensureBuild() {
  if (!isStale()) return;
  say('Setting up: building Dateline (about half a minute) …');
  const code = await runNode('build/bundle.mjs');
  if (code !== 0) {
    say('The build failed; the lines above say where.');
    process.exit(3);
  }
}

function isStale() {
  const stamp = join(root, buildStamp);
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  const lockFile = join(root, 'package-lock.json');
  if (readFileSync(stamp, 'utf8').trim() !== String(statSync(lockFile).size)) return true;
  return sourceFolders.some((folder) => newestChange(join(root, folder)) > builtAt);
}

/** @param {string} folder @returns {number} milliseconds since 1970 */
function newestChange(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs);
  }
  return newest;
}
