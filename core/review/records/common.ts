import { z } from 'zod';

/** Where a record came from. Written here, or read from a file that somebody sent back. */
export const reviewOriginSchema = z.object({
  kind: z.enum(['here', 'word', 'markdown', 'folder', 'package', 'packet']),
  /** Name of the file, for people; '' for what was written here. */
  file: z.string().max(255),
  /** Id of the review packet that it came back in; '' or missing for everything else. */
  packet: z.string().max(100).optional(),
  /** Whether the packet's own seal was found on it, so that it is from the packet made for its author. */
  isSealed: z.boolean().optional(),
});
export type ReviewOrigin = z.infer<typeof reviewOriginSchema>;

/** The one name that objects do not keep as a key would lose the record. */
export const recordIdSchema = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => id !== '__proto__');

/** What every record says about itself. */
export const recordHead = {
  /** Given once, where the record was made. The same id is the same record, so that merging twice changes nothing. */
  id: recordIdSchema,
  at: z.iso.datetime(),
  /** A name as people write it. Only a claim, unless the record was written here. */
  by: z.string().max(200),
  origin: reviewOriginSchema,
};

/** Longest name of a person, and longest text of one remark, in UTF-16 units. */
export const recordLimits = { name: 200, text: 20_000 } as const;

/** A name as people write it; '' where nobody gave one. */
export const personNameSchema = z.string().max(recordLimits.name);
/** What somebody wrote; never empty. */
export const saidSchema = z.string().min(1).max(recordLimits.text);
/** What somebody may have left empty. */
export const maybeSaidSchema = z.string().max(recordLimits.text);
/** A day without a time, such as 2026-12-01; '' where none was given. */
export const maybeDaySchema = z.union([z.literal(''), z.iso.date()]);
