import { z } from 'zod';
import { anchorSchema } from '../anchor';
import { textChangeSchema } from '../textChange';
import { recordHead, recordIdSchema, saidSchema } from './common';

/** What people say about the text, and the changes that they propose to it. */
export const remarkSchemas = [
  /** Begins a thread, whose id is the record's own. */
  z.object({
    ...recordHead,
    kind: z.literal('comment'),
    anchor: anchorSchema,
    text: saidSchema,
    /** The meeting in whose silent reading it was written; missing for any other remark. */
    meeting: recordIdSchema.optional(),
  }),
  /** Answers a thread, or a suggestion by its id. */
  z.object({
    ...recordHead,
    kind: z.literal('reply'),
    thread: recordIdSchema,
    text: saidSchema,
    /** Id of the question of the internal FAQ that was made of the thread; missing for any other reply. */
    question: z.string().min(1).max(200).optional(),
  }),
  /** Resolves a thread or opens it again; the latest one holds. */
  z.object({
    ...recordHead,
    kind: z.literal('resolution'),
    thread: recordIdSchema,
    isResolved: z.boolean(),
  }),
  /** Puts a thread on other words, for those whose own are gone; the latest one holds. */
  z.object({ ...recordHead, kind: z.literal('placement'), thread: recordIdSchema, anchor: anchorSchema }),
  /** A change to the text that waits for an author to accept or reject it. */
  z.object({
    ...recordHead,
    kind: z.literal('suggestion'),
    anchor: anchorSchema,
    change: textChangeSchema,
  }),
  /** Takes suggestions back. It holds only for those that its own author made, in the same place. */
  z.object({
    ...recordHead,
    kind: z.literal('withdrawal'),
    suggestions: z.array(recordIdSchema).min(1).max(1000),
  }),
] as const;
