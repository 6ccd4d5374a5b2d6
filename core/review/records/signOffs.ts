import { z } from 'zod';
import { partKeys } from '../../narrative/parts';
import { maybeSaidSchema, recordHead } from './common';

/** How far a person can say that a part is; an empty part and a locked one say so themselves. */
export const givenStates = ['drafted', 'ready', 'inReview', 'reviewed'] as const;
export type GivenState = (typeof givenStates)[number];

/** The part as it was read, as `partVersion` names it, and the draft's number. */
const partAsRead = {
  part: z.enum(partKeys),
  version: z.string().max(100),
  draft: z.int().min(1),
};

const countSchema = z.int().min(0).max(1_000_000);

export const signOffSchemas = [
  /** Signs one part as it stood, or takes that back; the latest one by a person for a part holds. */
  z.object({
    ...recordHead,
    kind: z.literal('signOff'),
    ...partAsRead,
    isSigned: z.boolean(),
    note: maybeSaidSchema,
  }),
  /**
   * Somebody said how far a part is. The state itself lives in the shared document; this tells who gave it, for
   * which text, and why it was given although something was open.
   */
  z.object({
    ...recordHead,
    kind: z.literal('stateChange'),
    ...partAsRead,
    from: z.enum(givenStates),
    to: z.enum(givenStates),
    /** How much was open then, as `openMatters` finds it. */
    open: z.object({ findings: countSchema, comments: countSchema, questions: countSchema }),
    /** Never empty where something was open and the part was called ready; '' elsewhere. */
    reason: maybeSaidSchema,
  }),
] as const;
