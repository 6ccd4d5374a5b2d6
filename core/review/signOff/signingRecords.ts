import { knownRecords } from '../knownRecords';
import type { ReviewRecord } from '../reviewRecord';

const kinds: ReadonlySet<unknown> = new Set<ReviewRecord['kind']>(['signOff', 'stateChange']);

/** The sign-offs and given states of a file; picked out before they are read, since a file may hold thousands of remarks. */
export function signingRecords(review: Readonly<Record<string, unknown>>): ReviewRecord[] {
  const told = Object.entries(review).filter(
    ([, raw]) => typeof raw === 'object' && raw !== null && 'kind' in raw && kinds.has(raw.kind),
  );
  return knownRecords(Object.fromEntries(told));
}
