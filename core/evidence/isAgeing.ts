import type { EvidenceRecord } from './evidenceRecord';

/** A source this old is worth asking again, in months. */
export const usualAgeingMonths = 12;

/** True when a source is older than it should be; `today` is an ISO date. A target lies ahead and never ages. */
export function isAgeing(
  { state, when }: Pick<EvidenceRecord, 'state' | 'when'>,
  today: string,
  months = usualAgeingMonths,
): boolean {
  if (state === 'target' || when === '') return false;
  const limit = new Date(`${when}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + months);
  return limit.toISOString().slice(0, 10) <= today;
}
