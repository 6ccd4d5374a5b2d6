import { z } from 'zod';
import { maybeSaidSchema, recordHead } from './common';

/** What every reader is asked after reading, without looking. */
export const modelPrompts = [
  'customer',
  'problem',
  'benefit',
  'firstAction',
  'price',
  'date',
  'isNot',
] as const;
export type ModelPrompt = (typeof modelPrompts)[number];

export const modelCheckSchemas = [
  /** What one person remembers of one version. Facts are compared with the document's; nobody is graded. */
  z.object({
    ...recordHead,
    kind: z.literal('modelAnswers'),
    version: z.string().max(100),
    draft: z.int().min(1),
    /** An answer that was left empty stands as ''; one that was not asked is missing. */
    answers: z.partialRecord(z.enum(modelPrompts), maybeSaidSchema),
  }),
] as const;
