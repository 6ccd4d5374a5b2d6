import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const stampFile = join(root, 'node_modules/.dateline-installed');
const oldestNode = [20, 19];

/** Installs the locked dependencies when they are missing or the lock file has changed since. */
export async function ensureDependencies() {
  refuseOldNode();
  const lockHash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash) return;
  if (existsSync(join(root, 'node_modules')) && isInstalledByHand()) {
    writeFileSync(stampFile, lockHash);
    return;
  }
  say('Setting up: installing dependencies (about a minute, once) …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    say(
      'The dependencies could not be installed; npm says why above. Mend that, then run this command again.',
    );
    process.exit(3);
  }
  writeFileSync(stampFile, lockHash);
}

/** npm keeps its own copy of the lock; when that is newer than ours, `npm ci` or `npm install` has just been run. */
function isInstalledByHand() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || present[path]?.version === entry.version,
  );
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  say(
    `Dateline needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Node 22 or 24 is best.`,
  );
  process.exit(3);
}
