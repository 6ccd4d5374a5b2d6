import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './say.mjs';

const chromiumPaths = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * A Chromium for the browser journeys: one that is there, else one from the system's packages, else
 * Playwright's own. Null when none can be had.
 *
 * @returns {Promise<string | null>}
 */
export async function ensureChromium() {
  const present = await findChromium();
  if (present) return present;
  installPackages('a Chromium for the browser journeys', ['chromium']);
  const installed = await findChromium();
  if (installed) return installed;
  say('Setting up: asking Playwright for a Chromium …');
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 });
  return findChromium();
}

/** @returns {Promise<string | null>} */
async function findChromium() {
  const named = process.env.DATELINE_CHROMIUM;
  if (named && existsSync(named)) return named;
  const platform = /** @type {keyof typeof chromiumPaths} */ (process.platform);
  const system = chromiumPaths[platform]?.find((path) => existsSync(path));
  if (system) return system;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * Installs command-line programs the tests judge exports with, where the system's package manager can.
 *
 * @param {string[]} programs @param {string[]} packages
 */
export function ensurePrograms(programs, packages) {
  const missing = programs.some((program) => spawnSync('which', [program], { stdio: 'ignore' }).status !== 0);
  if (missing) installPackages('programs that tests ask or start', packages);
}

/**
 * Fonts for scripts the app does not ship, so that exports are tested with them; each pattern is one that fontconfig
 * knows a font by.
 *
 * @param {Record<string, string>} packages by pattern
 */
export function ensureFonts(packages) {
  const missing = Object.entries(packages).filter(([pattern]) => {
    const known = spawnSync('fc-list', [pattern], { encoding: 'utf8' });
    return known.status !== 0 || known.stdout.trim() === '';
  });
  if (missing.length > 0)
    installPackages(
      'fonts',
      missing.map(([, name]) => name),
    );
}

/** @param {string} what @param {string[]} packages */
function installPackages(what, packages) {
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  say(`Setting up: installing ${what} (${packages.join(', ')}) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env,
  });
}
