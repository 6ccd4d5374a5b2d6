import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** Keeps a headless Chromium quiet: no sandbox (tests may run as root), no traffic of its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `npm test` found, or the system's own when one test file is run alone. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = process.env.DATELINE_CHROMIUM ?? '/usr/bin/chromium';
  // Where no language is set, Chromium would name every download with an umlaut "download".
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return chromium.launch({ executablePath, env, ...options, args: [...flags, ...(options.args ?? [])] });
}
