import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { DatelineError } from '../core/api/errors';
import { jsonOrNull } from '../core/json/jsonOrNull';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { syncFolder, writeDurably } from './durableFile';

const placeSchema = z
  .string()
  .max(1000)
  .refine((place) =>
    place.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\:]/.test(part)),
  );

const manifestSchema = z.object({
  format: z.literal('dateline-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  files: z.array(
    z.object({
      place: placeSchema,
      /** Of its bytes, in hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.int().min(0),
    }),
  ),
});
type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'backup.json';
/** Left out: the list itself, and the index, which is made anew and changes when somebody looks into a backup. */
const leftOut: ReadonlySet<string> = new Set([manifestName, 'library.json']);

/** How much was copied. */
export interface Copied {
  files: number;
  bytes: number;
}

/**
 * Copies a library, with its team where it has one, into an empty folder, which is a library itself afterwards. It may
 * be in use meanwhile: each file is whole, and a narrative's pictures are copied after it. The list of files with their
 * sums is written last, so that a copy which was cut off is none. Throws `bad-request` for a folder that holds something.
 */
export async function backUpLibrary(library: string, out: string, now: Date): Promise<Copied> {
  await refuseFull(out);
  const files: Manifest['files'] = [];
  for (const place of await placesIn(library)) {
    // A version may be thinned out, a narrative put away, since the folder was read.
    const bytes = await orNullIfMissing(readFile(join(library, place)));
    if (bytes === null) continue;
    await keep(join(out, place), bytes);
    files.push({ place: place.split(sep).join('/'), sha256: sumOf(bytes), bytes: bytes.length });
  }
  const manifest: Manifest = { format: 'dateline-backup', version: 1, at: now.toISOString(), files };
  await keep(join(out, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
  return countOf(files);
}

/**
 * Brings a library back from a copy that `backUpLibrary` made into a folder that holds no library yet, after every sum
 * was compared. Throws `file-damaged` and changes nothing when one differs. The caller owns the folder.
 */
export async function restoreLibrary(backup: string, library: string): Promise<Copied> {
  await refuseFull(library);
  const { files } = await readManifest(backup);
  for (const { place, sha256 } of files) {
    const bytes = await orNullIfMissing(readFile(join(backup, place)));
    if (bytes === null || sumOf(bytes) !== sha256) throw damaged(place);
  }
  for (const { place } of files) await keep(join(library, place), await readFile(join(backup, place)));
  return countOf(files);
}

async function readManifest(backup: string): Promise<Manifest> {
  const text = await orNullIfMissing(readFile(join(backup, manifestName), 'utf8'));
  const manifest = manifestSchema.safeParse(jsonOrNull(text));
  if (manifest.success) return manifest.data;
  throw new DatelineError(
    'file-damaged',
    'This folder is no whole backup of Dateline: its list of files (backup.json) is missing or cannot be read.',
    'Use another backup. Nothing was changed.',
  );
}

/** Files of a library, pictures last; not the marks of whoever has it open, nor what is half written. */
async function placesIn(library: string): Promise<string[]> {
  const entries = await readdir(library, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(library, join(entry.parentPath, entry.name)))
    .filter((place) => !leftOut.has(place) && place.split(sep).every((part) => !part.startsWith('.')));
  const isPicture = (place: string) => place.startsWith(`assets${sep}`);
  return [...places.filter((place) => !isPicture(place)), ...places.filter(isPicture)];
}

async function refuseFull(folder: string): Promise<void> {
  const found = await orNullIfMissing(readdir(folder, { recursive: true, withFileTypes: true }));
  if (!found?.some((entry) => entry.isFile() && !entry.name.startsWith('.'))) return;
  throw new DatelineError(
    'bad-request',
    `“${folder}” holds something already, which is left as it is.`,
    'Name a new or an empty folder.',
  );
}

async function keep(path: string, data: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await syncFolder(dirname(made));
  } catch (thrown) {
    throw toDiskError(thrown);
  }
  await writeDurably(path, data);
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const countOf = (files: Manifest['files']): Copied => ({
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});

function damaged(place: string): DatelineError {
  return new DatelineError(
    'file-damaged',
    `“${place}” in this backup is not what was backed up.`,
    'Use another backup. Nothing was changed.',
  );
}
