import { z } from 'zod';
import { partKeys } from '../../narrative/parts';
import { maybeSaidSchema, recordHead } from './common';

export const signOffSchemas = [
  /** Signs one part as it stood, or takes that back; the latest one by a person for a part holds. */
  z.object({
    ...recordHead,
    kind: z.literal('signOff'),
    part: z.enum(partKeys),
    /** The part as it was read, as `partVersion` names it. Signed is only what still is this. */
    version: z.string().max(100),
    draft: z.int().min(1),
    isSigned: z.boolean(),
    note: maybeSaidSchema,
  }),
] as const;
