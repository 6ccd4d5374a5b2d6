import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const fontListSchema = z.array(z.object({ package: z.string(), file: z.string() }));

/**
 * Paths of the fonts that `templates/pdf/fonts.json` names: from the given folders, else where a build puts
 * them, else from the packages they come out of. Fonts of the system stand in for what is found nowhere.
 */
export function findFontFiles(templates: string, folders: readonly string[]): string[] {
  const root = dirname(templates);
  const list = fontListSchema.parse(JSON.parse(readFileSync(join(templates, 'pdf', 'fonts.json'), 'utf8')));
  const wanted = list.map(({ package: name, file }) =>
    [
      ...folders.map((folder) => join(folder, basename(file))),
      join(root, 'dist', 'fonts', basename(file)),
      join(root, 'fonts', basename(file)),
      join(root, 'node_modules', name, file),
    ].find((path) => existsSync(path)),
  );
  const own = folders.flatMap(fontFilesIn);
  return [...new Set([...wanted.filter((path) => path !== undefined), ...own])];
}

/** Fonts that somebody laid beside ours, such as a pack for a script we do not carry. */
function fontFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .map((name) => join(folder, name));
}
