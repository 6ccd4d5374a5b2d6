import { z } from 'zod';
import type { CoachFinding } from './coachFinding';

/** A question that someone set aside, with the reason they gave. */
export const dismissalSchema = z.object({
  finding: z.string().min(1).max(300),
  /** The words it was about when it was set aside. */
  words: z.string().max(4000),
  reason: z.string().trim().min(1).max(500),
  who: z.string().max(100),
  when: z.iso.datetime(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** As much of a finding as setting it aside needs. */
type Named = Pick<CoachFinding, 'id' | 'quote'>;

export interface SortedFindings<F extends Named> {
  open: F[];
  setAside: { finding: F; dismissal: Dismissal }[];
}

/** Sets a question aside. Throws when the reason is empty: a question without a reason stays open. */
export function dismiss(finding: Named, by: Pick<Dismissal, 'reason' | 'who' | 'when'>): Dismissal {
  return dismissalSchema.parse({ finding: finding.id, words: finding.quote.slice(0, 4000), ...by });
}

/**
 * Parts open questions from those set aside. Changed words make another question, so it comes back by
 * itself; of several dismissals of one question the latest counts.
 */
export function applyDismissals<F extends Named>(
  findings: readonly F[],
  dismissals: readonly Dismissal[],
): SortedFindings<F> {
  const latest = new Map<string, Dismissal>();
  for (const dismissal of [...dismissals].sort((a, b) => a.when.localeCompare(b.when))) {
    latest.set(dismissal.finding, dismissal);
  }
  const sorted: SortedFindings<F> = { open: [], setAside: [] };
  for (const finding of findings) {
    const dismissal = latest.get(finding.id);
    if (dismissal) sorted.setAside.push({ finding, dismissal });
    else sorted.open.push(finding);
  }
  return sorted;
}
