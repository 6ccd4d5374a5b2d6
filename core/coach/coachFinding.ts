import { z } from 'zod';
import { findingSchema } from '../api/shapes';

/** A question of the coach: a finding with the name it is remembered by, an example and a help page. */
export const coachFindingSchema = findingSchema.extend({
  /** Rule, place and words; the same words asked about twice in one place are numbered. */
  id: z.string(),
  /** Number of the failing in the method's own list, 1 to 38. */
  number: z.int().min(1).max(38),
  title: z.string(),
  example: z.object({ weak: z.string(), better: z.string() }),
  help: z.string(),
});
export type CoachFinding = z.infer<typeof coachFindingSchema>;
