import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that can show the app in a window of its own; null when the system has none that will do. */
export async function findAppBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
): Promise<string | null> {
  for (const candidate of candidates(platform, environment)) {
    if (await isUsable(candidate)) return candidate;
  }
  return null;
}

function candidates(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'darwin') return macPrograms;
  if (platform === 'win32') {
    const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA];
    const known = roots.filter((root) => root !== undefined);
    return windowsPrograms.flatMap((program) => known.map((root) => path.win32.join(root, program)));
  }
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** A snap is confined to folders of its own, so it could not read the file that hands over the link. */
async function isUsable(program: string): Promise<boolean> {
  try {
    await access(program, constants.X_OK);
    return !(await realpath(program)).includes('/snap');
  } catch {
    return false;
  }
}
