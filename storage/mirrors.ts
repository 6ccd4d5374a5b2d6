import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { jsonOrNull } from '../core/json/jsonOrNull';
import { type NarrativeId, narrativeIdSchema } from '../core/narrative/meta';
import { partKeys } from '../core/narrative/parts';
import { orNullIfMissing, toDiskError } from './diskErrors';
import { writeDurably } from './durableFile';
import { idOfFile, type Layout } from './layout';

const pathSchema = z.string().max(1000);
const textsSchema = z.record(pathSchema, z.string());

const mirrorSchema = z.object({
  format: z.literal('dateline-mirror'),
  version: z.literal(1),
  id: narrativeIdSchema,
  /** Absolute, on the machine of that name: a library that is synced may be open on several. */
  folder: z.string().max(4096),
  machine: z.string(),
  /** File of each part. */
  names: z.partialRecord(z.enum(partKeys), z.string().max(255)),
  /** Every text as it was written last: what changes made outside are compared with. */
  texts: textsSchema,
  /** Texts that were being written when this was saved; a file may stand at either. */
  coming: textsSchema,
  /** Hashes of the pictures that were written, those being written included. */
  pictures: z.record(pathSchema, z.array(z.string())),
  /** Files that somebody changed, which are not written until that is settled. */
  held: z.record(
    pathSchema,
    z.object({
      /** Of the file as it was looked at; null where it could not be read. */
      hash: z.string().nullable(),
      /** Suggestions that came of it; it is settled when all are decided. */
      suggestions: z.array(z.string()),
      /** Why it was not taken; '' where it was. */
      reason: z.string(),
    }),
  ),
});
/** A folder that shows a narrative, and all that is needed to tell our writing from anybody else's. */
export type Mirror = z.infer<typeof mirrorSchema>;

/** The mirrors of this machine, one file each, in the library and not in the narratives. */
export class Mirrors {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Null where the narrative has none here, or none that can be read. */
  async read(id: NarrativeId): Promise<Mirror | null> {
    const text = await orNullIfMissing(readFile(this.#layout.mirrorOf(id), 'utf8'));
    const read = mirrorSchema.safeParse(jsonOrNull(text));
    return read.success && read.data.id === id && read.data.machine === hostname() ? read.data : null;
  }

  async write(mirror: Omit<Mirror, 'format' | 'version' | 'machine'>): Promise<void> {
    const stored: Mirror = { format: 'dateline-mirror', version: 1, machine: hostname(), ...mirror };
    try {
      await mkdir(this.#layout.mirrors, { recursive: true });
      await writeDurably(this.#layout.mirrorOf(mirror.id), JSON.stringify(stored));
    } catch (thrown) {
      throw toDiskError(thrown);
    }
  }

  /** Forgets a mirror; the folder stays as it is. */
  async remove(id: NarrativeId): Promise<void> {
    await rm(this.#layout.mirrorOf(id), { force: true });
  }

  async list(): Promise<Mirror[]> {
    const names = (await orNullIfMissing(readdir(this.#layout.mirrors))) ?? [];
    const ids = names.flatMap((name) => idOfFile(name) ?? []);
    return (await Promise.all(ids.map((id) => this.read(id)))).filter((mirror) => mirror !== null);
  }
}
