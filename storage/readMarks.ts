import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { contentVersionSchema } from '../core/format/contentVersion';
import { jsonOrNull } from '../core/json/jsonOrNull';
import type { NarrativeId } from '../core/narrative/meta';
import { personNameSchema } from '../core/review/records/common';
import { orNullIfMissing } from './diskErrors';
import { writeDurably } from './durableFile';
import type { Layout } from './layout';

const readMarkSchema = z.object({
  by: personNameSchema,
  version: contentVersionSchema,
  at: z.iso.datetime(),
  draft: z.int().min(1),
});
/** What somebody who writes or reads in this library saw last of a narrative. Nobody else is told. */
export type ReadMark = z.infer<typeof readMarkSchema>;

const fileSchema = z.object({ format: z.literal('dateline-read'), marks: z.array(readMarkSchema) });

/** Who read which version last, in one small file for each narrative; none where it cannot be read. */
export class ReadMarks {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async list(id: NarrativeId): Promise<ReadMark[]> {
    const text = await orNullIfMissing(readFile(this.#path(id), 'utf8'));
    return fileSchema.safeParse(jsonOrNull(text)).data?.marks ?? [];
  }

  /** Replaces what this person read before. */
  async set(id: NarrativeId, mark: ReadMark): Promise<void> {
    const others = (await this.list(id)).filter(({ by }) => by !== mark.by);
    await mkdir(this.#layout.versionsOf(id), { recursive: true });
    await writeDurably(
      this.#path(id),
      `${JSON.stringify({ format: 'dateline-read', marks: [...others, mark] })}\n`,
    );
  }

  #path(id: NarrativeId): string {
    return join(this.#layout.versionsOf(id), 'read.json');
  }
}
