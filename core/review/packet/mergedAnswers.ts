import { z } from 'zod';
import { apiErrorSchema } from '../../api/errors';
import { personNameSchema } from '../records/common';

const countSchema = z.int().min(0);

/** How much was said, by what it is. Names of customers count with their answers. */
const saidCountsSchema = z.object({
  remarks: countSchema,
  signOffs: countSchema,
  modelAnswers: countSchema,
  customerAnswers: countSchema,
});
export type SaidCounts = z.infer<typeof saidCountsSchema>;

/** What came of merging answers. */
export const mergedAnswersSchema = z.object({
  /** For people; '' where no answer was taken. */
  sentence: z.string(),
  /** What people call the narrative. */
  title: z.string(),
  answers: z.array(
    z.object({
      /** The file, or '' for pasted text. */
      name: z.string(),
      packet: z.string(),
      /** '' for a customer. */
      reader: personNameSchema,
      /** False where nothing but the answer itself says who wrote it. */
      isSealed: z.boolean(),
      added: countSchema,
      known: countSchema,
    }),
  ),
  /** What could not be taken, and why. */
  failed: z.array(
    apiErrorSchema.extend({
      name: z.string(),
      /** True where it could be taken all the same, as merely claimed. */
      isClaimable: z.boolean(),
    }),
  ),
  added: saidCountsSchema,
  known: countSchema,
  /** Remarks and suggestions that stand on words that are gone. */
  orphans: countSchema,
});
export type MergedAnswers = z.infer<typeof mergedAnswersSchema>;
