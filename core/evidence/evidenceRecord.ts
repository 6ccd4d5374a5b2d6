import { z } from 'zod';
import { attachedFileSchema } from './attachedFile';

/** How sure a claim is, surest first; a target is no claim about today but a goal. */
export const evidenceStates = ['known', 'heard', 'assumed', 'target', 'unknown'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

export const evidenceIdSchema = z.string().min(1).max(200);

export const evidenceRecordSchema = z.object({
  id: evidenceIdSchema,
  state: z.enum(evidenceStates),
  /** What says so: an interview, a measurement, a report. */
  what: z.string().max(2000),
  who: z.string().max(300),
  /** Day of the source, ISO date; '' when nobody said. */
  when: z.union([z.literal(''), z.iso.date()]),
  /** Web or mail address; shown as a link only when it is a safe one. */
  link: z.string().max(2000),
  /** Name of an attached file among the narrative's assets; '' for none. */
  asset: z.string().max(200),
  /** The file as people know it; absent where none is attached, and for pictures of older cards. */
  file: attachedFileSchema.optional().catch(undefined),
  note: z.string().max(4000),
  setBy: z.string().max(200),
  /** '' for a card that was written outside of Dateline. */
  setAt: z.union([z.literal(''), z.iso.datetime()]),
});
/** The source card of a claim. The words it is about carry an `evidence` mark with its id. */
export type EvidenceRecord = z.infer<typeof evidenceRecordSchema>;
