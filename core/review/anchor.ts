import { z } from 'zod';
import { partKeys } from '../narrative/parts';

/** One character of the shared document, by the id Yjs gave it when it was typed. */
export const characterIdSchema = z.object({ client: z.int().min(0), clock: z.int().min(0) });
export type CharacterId = z.infer<typeof characterIdSchema>;

/** Longest quote that is kept, and how much of the text around it, in UTF-16 units. */
export const anchorLimits = { quote: 2000, context: 24 } as const;

/**
 * What a remark is about: words of a part by the ids of their first and last character, by the words themselves
 * and by what stands around them. It is found again by whichever of these still holds, or listed with its quote.
 */
export const anchorSchema = z.object({
  part: z.enum(partKeys),
  /** The section that it stands in, as the outline names it; '' where there is none. */
  section: z.string().max(200),
  /** Id of the screen, step or question that it is about as a whole; '' where it is about words. */
  item: z.string().max(200),
  /**
   * The first character, or a place's next one. Null where only the words are known, as in a remark that came
   * from a file. A block without characters has the id of the block.
   */
  from: characterIdSchema.nullable(),
  /** The last character, or a place's one before. */
  to: characterIdSchema.nullable(),
  /** The words; '' for a place between two words. For an item as a whole its title or question, to tell it by. */
  quote: z.string().max(anchorLimits.quote),
  before: z.string().max(anchorLimits.context),
  after: z.string().max(anchorLimits.context),
});
export type Anchor = z.infer<typeof anchorSchema>;
