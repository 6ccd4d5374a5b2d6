import { z } from 'zod';
import { anchorSchema } from './anchor';
import { textChangeSchema } from './textChange';

/** Where a record came from. Written here, or read from a file that somebody sent back. */
export const reviewOriginSchema = z.object({
  kind: z.enum(['here', 'word', 'markdown', 'folder', 'package']),
  /** Name of the file, for people; '' for what was written here. */
  file: z.string().max(255),
});
export type ReviewOrigin = z.infer<typeof reviewOriginSchema>;

/** The one name that objects do not keep as a key would lose the record. */
const recordId = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => id !== '__proto__');

const common = {
  /** Given once, where the record was made. The same id is the same record, so that merging twice changes nothing. */
  id: recordId,
  at: z.iso.datetime(),
  /** A name as people write it. Only a claim, unless the record was written here. */
  by: z.string().max(200),
  origin: reviewOriginSchema,
};

/**
 * One thing that somebody said about a narrative. Records are never changed, only added: what follows from them,
 * such as whether a thread is resolved, is read from all of them together. So merging is the union by id.
 */
export const reviewRecordSchema = z.discriminatedUnion('kind', [
  /** Begins a thread, whose id is the record's own. */
  z.object({
    ...common,
    kind: z.literal('comment'),
    anchor: anchorSchema,
    text: z.string().min(1).max(20_000),
  }),
  /** Answers a thread, or a suggestion by its id. */
  z.object({ ...common, kind: z.literal('reply'), thread: recordId, text: z.string().min(1).max(20_000) }),
  /** Resolves a thread or opens it again; the latest one holds. */
  z.object({ ...common, kind: z.literal('resolution'), thread: recordId, isResolved: z.boolean() }),
  /** Puts a thread on other words, for those whose own are gone; the latest one holds. */
  z.object({ ...common, kind: z.literal('placement'), thread: recordId, anchor: anchorSchema }),
  /** A change to the text that waits for an author to accept or reject it. */
  z.object({ ...common, kind: z.literal('suggestion'), anchor: anchorSchema, change: textChangeSchema }),
]);
export type ReviewRecord = z.infer<typeof reviewRecordSchema>;
export type ReviewRecordOf<K extends ReviewRecord['kind']> = Extract<ReviewRecord, { kind: K }>;

/** By id. */
export type ReviewRecords = Readonly<Record<string, ReviewRecord>>;

/**
 * What an author decided about a suggestion. It lives in the shared document, beside the text that it changed, so
 * that one undo takes back both.
 */
export const suggestionDecisionSchema = z.object({
  verdict: z.enum(['accepted', 'rejected']),
  by: z.string().max(200),
  at: z.iso.datetime(),
});
export type SuggestionDecision = z.infer<typeof suggestionDecisionSchema>;
