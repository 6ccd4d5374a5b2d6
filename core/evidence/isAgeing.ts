import type { EvidenceRecord } from './evidenceRecord';

/** Numbers of the coach by check and name, a team's own settled in. */
type Thresholds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How old a source may be before it is asked about again, in months; null where nothing is settled. */
export function ageingMonths(thresholds: Thresholds): number | null {
  return thresholds['ageing-source']?.months ?? null;
}

/** True when a source is older than it should be; `today` is an ISO date. A target lies ahead and never ages. */
export function isAgeing(
  { state, when }: Pick<EvidenceRecord, 'state' | 'when'>,
  today: string,
  months: number,
): boolean {
  if (state === 'target' || when === '') return false;
  const limit = new Date(`${when}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + months);
  // A number of months beyond what calendars hold never comes.
  return !Number.isNaN(limit.getTime()) && limit.toISOString().slice(0, 10) <= today;
}

/** What is asked about a source that has aged. */
export function ageingQuestion(months: number): string {
  const whole = Math.floor(months);
  return `This source is more than ${span(whole)} old. Is it still true?`;
}

function span(months: number): string {
  const [count, unit] = months > 0 && months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return count === 1 ? `a ${unit}` : `${count} ${unit}s`;
}
