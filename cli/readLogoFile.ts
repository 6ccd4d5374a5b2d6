import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DatelineError } from '../core/api/errors';
import type { Logo } from '../core/api/shapes';
import { checkLogo } from '../host/assets/logo';
import type { StoredFiles } from '../host/exports/exportDocument';

interface LogoFile {
  named: Logo;
  /** The same files, and the logo among them. */
  beside(files: StoredFiles): StoredFiles;
}

/** A logo for one export alone: it is read from its file and kept nowhere. Throws `not-found`, or as `checkLogo`. */
export async function readLogoFile(path: string): Promise<LogoFile> {
  const given = await readFile(path).catch(() => {
    throw new DatelineError('not-found', `There is no file "${path}".`, 'Name a PNG, JPEG or SVG file.');
  });
  const { bytes, asset } = checkLogo(basename(path), given);
  return {
    named: { asset, alt: 'Logo' },
    beside: (files) => ({
      hasAsset: (name) => files.hasAsset(name),
      readAsset: async (name) => (name === asset ? bytes : files.readAsset(name)),
    }),
  };
}
