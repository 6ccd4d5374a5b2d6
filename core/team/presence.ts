import { z } from 'zod';
import { partKeys } from '../narrative/parts';
import { teamIdSchema } from './teamRecords';

/** How many colours people are told apart by; their names say who they are. */
export const presenceColours = 8;

/** What one window shows of itself to the others. The server alone writes `person`. */
export const presenceSchema = z.object({
  person: z.object({
    id: teamIdSchema,
    name: z.string().max(200),
    colour: z
      .int()
      .min(0)
      .max(presenceColours - 1),
  }),
  /** The part that is read or written there; null while it is somewhere else. */
  place: z.object({ part: z.enum(partKeys), section: z.string().max(200).nullable() }).nullable(),
  /** Where the caret is, as relative positions of Yjs in that part; null without one. */
  cursor: z.object({ anchor: z.unknown(), head: z.unknown() }).nullable(),
});
export type Presence = z.infer<typeof presenceSchema>;
