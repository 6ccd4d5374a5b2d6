import { z } from 'zod';
import { personNameSchema } from './records/common';
import { excitementSchemas } from './records/excitement';
import { meetingSchemas } from './records/meetings';
import { modelCheckSchemas } from './records/modelChecks';
import { packetSchemas } from './records/packets';
import { remarkSchemas } from './records/remarks';
import { signOffSchemas } from './records/signOffs';

/**
 * One thing that somebody said about a narrative. Records are never changed, only added: what follows from them,
 * such as whether a thread is resolved, is read from all of them together. So merging is the union by id.
 */
export const reviewRecordSchema = z.discriminatedUnion('kind', [
  ...remarkSchemas,
  ...packetSchemas,
  ...signOffSchemas,
  ...meetingSchemas,
  ...modelCheckSchemas,
  ...excitementSchemas,
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
  by: personNameSchema,
  at: z.iso.datetime(),
});
export type SuggestionDecision = z.infer<typeof suggestionDecisionSchema>;
