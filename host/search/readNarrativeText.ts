import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NarrativeId } from '../../core/narrative/meta';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { narrativeHeading } from '../../core/narrative/partState';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import { plainText } from '../../core/narrative/plainText';
import { layoutOf } from '../../storage/layout';

export interface NarrativeText {
  heading: string;
  texts: { part: PartKey; text: string }[];
}

/** Only what reading words needs: the store checks files whole when they are opened. */
const readableSchema = z.object({
  body: z.object({
    meta: z.object({ name: z.string() }),
    content: z.object({ parts: z.record(z.enum(partKeys), z.object({ type: z.literal('doc') }).loose()) }),
  }),
});

/** The words of a narrative's file; null when it is gone or cannot be read, which opening it will explain. */
export async function readNarrativeText(folder: string, id: NarrativeId): Promise<NarrativeText | null> {
  try {
    const { body } = readableSchema.parse(JSON.parse(await readFile(layoutOf(folder).narrative(id), 'utf8')));
    const content = body.content as unknown as NarrativeContent;
    return {
      heading: narrativeHeading(content, body.meta.name),
      texts: partKeys.map((part) => ({ part, text: plainText(content.parts[part]) })),
    };
  } catch {
    return null;
  }
}
