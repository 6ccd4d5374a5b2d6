import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run, runNode } from './run.mjs';
import { say } from './say.mjs';

const electronFolder = join(root, 'node_modules/electron');
const failureNote = join(root, '.cache/electron-unreachable');
const fetchLimitMs = 60_000;
const retryAfterMs = 24 * 3600_000;

/**
 * The Electron executable, or why there is none. Fetches the runtime when it is missing, for a minute at most;
 * a failed try is remembered for a day, so that the next start does not wait for it again.
 *
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function ensureElectron() {
  const present = findElectron();
  if (present) return { executable: present };
  if (!existsSync(electronFolder)) return { reason: 'Electron is not installed' };
  if (failedLately()) return { reason: "Electron's runtime could not be fetched today" };
  say("Fetching Electron's runtime (about 110 MB, once; up to a minute) …");
  const code = await runNode(join(electronFolder, 'install.js'), [], {
    env: { ...process.env, ...proxySettings() },
    timeoutMs: fetchLimitMs,
    quiet: true,
  });
  const fetched = findElectron();
  if (fetched) {
    rmSync(failureNote, { force: true });
    return { executable: fetched };
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(failureNote, '');
  const why = code === null ? 'took longer than a minute to fetch' : 'could not be fetched from here';
  return { reason: `Electron's runtime ${why}` };
}

/** @returns {string | null} */
function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(electronFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const executable = override ? join(override, name) : join(electronFolder, 'dist', name);
  return (override || existsSync(pathFile)) && existsSync(executable) ? executable : null;
}

function failedLately() {
  return existsSync(failureNote) && Date.now() - statSync(failureNote).mtimeMs < retryAfterMs;
}

/** Proxy from the environment or npm's own settings, in the names Electron's fetcher reads. */
function proxySettings() {
  const proxy = process.env.HTTPS_PROXY ?? process.env.https_proxy ?? process.env.npm_config_https_proxy;
  return proxy ? { ELECTRON_GET_USE_PROXY: 'true', GLOBAL_AGENT_HTTPS_PROXY: proxy } : {};
}

/**
 * Starts the desktop app and waits until it is closed.
 *
 * @param {string} executable @param {string[]} args
 */
export function runElectron(executable, args) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return run(executable, [...(isRoot ? ['--no-sandbox'] : []), '.', ...args]);
}
