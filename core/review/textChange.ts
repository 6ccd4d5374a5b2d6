import { z } from 'zod';
import { type RichNode, richNodeSchema } from '../narrative/richText';

const nodesSchema: z.ZodType<RichNode[]> = z.array(richNodeSchema);

/**
 * What a suggestion would change at its anchor, as it was written against the text that was read then.
 * Words change inside one block; blocks are added, taken out, or replaced as a whole.
 */
export const textChangeSchema = z.discriminatedUnion('kind', [
  /** Inline content at the anchored words; `was` is empty for words put in, `now` for words taken out. */
  z.object({ kind: z.literal('words'), was: nodesSchema, now: nodesSchema }),
  /**
   * Blocks beside the anchored block, or at the end of the anchored section or item. The anchored block is the line
   * of the anchored words, or what stands `level` blocks around it, such as 1 for the item of a list.
   */
  z.object({
    kind: z.literal('insert'),
    side: z.enum(['before', 'after', 'inside']),
    level: z.int().min(0).max(100).optional(),
    now: nodesSchema,
  }),
  z.object({ kind: z.literal('delete'), was: nodesSchema }),
  /** Blocks in place of blocks, such as a heading where a paragraph was, a table, or other attributes. */
  z.object({ kind: z.literal('replace'), was: nodesSchema, now: nodesSchema }),
]);
export type TextChange = z.infer<typeof textChangeSchema>;
