import { knownRecords } from '../../../core/review/knownRecords';
import { mergeRecords } from '../../../core/review/mergeRecords';
import type { ReviewRecord } from '../../../core/review/reviewRecord';

/** Everything said about an open narrative. It only ever grows. */
export class SessionReview {
  #raw: Readonly<Record<string, unknown>>;
  #known: readonly ReviewRecord[];

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.#raw = raw;
    this.#known = knownRecords(raw);
  }

  /** What this build can read; the same list until something is added. */
  readonly records = (): readonly ReviewRecord[] => this.#known;

  /** As files hold it, with what only a later build can read. */
  readonly raw = (): Record<string, unknown> => ({ ...this.#raw });

  /** Takes records in; those that are known already change nothing. True when there were others. */
  add(records: Readonly<Record<string, unknown>>): boolean {
    const merged = mergeRecords(this.#raw, records);
    const isNews = Object.keys(records).some((id) => merged[id] !== this.#raw[id]);
    if (!isNews) return false;
    this.#raw = merged;
    this.#known = knownRecords(merged);
    return true;
  }
}
