import { z } from 'zod';
import { partKeys } from './parts';

export const narrativeIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,63}$/)
  .brand<'NarrativeId'>();
/** Names a narrative and its file: lower-case letters, digits and hyphens only, so it is safe in any path. */
export type NarrativeId = z.infer<typeof narrativeIdSchema>;

/** Where a narrative stands as a whole; the library filters by it. */
export const narrativeStages = ['drafting', 'inReview', 'decided'] as const;
export type NarrativeStage = (typeof narrativeStages)[number];

export const lastPlaceSchema = z.object({
  part: z.enum(partKeys),
  /** Section key or item id; '' for the start of the part. */
  section: z.string().max(200),
  /** The words before the caret, for the library's "where you stopped". */
  excerpt: z.string().max(400),
});
export type LastPlace = z.infer<typeof lastPlaceSchema>;

export const narrativeMetaSchema = z.object({
  id: narrativeIdSchema,
  /** Product or working name; '' until somebody names it. */
  name: z.string().max(200),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  stage: z.enum(narrativeStages),
  draft: z.int().min(1),
  /** BCP 47 tag of the text, such as en-GB. */
  language: z.string().max(35),
  /** Printed in the footer of exports; '' for none. */
  confidentiality: z.string().max(200),
  lastPlace: lastPlaceSchema.nullable(),
});
export type NarrativeMeta = z.infer<typeof narrativeMetaSchema>;

/** What a person may change about a narrative without writing in it. */
export const metaPatchSchema = narrativeMetaSchema
  .pick({ name: true, stage: true, draft: true, language: true, confidentiality: true, lastPlace: true })
  .partial();
export type MetaPatch = z.infer<typeof metaPatchSchema>;
