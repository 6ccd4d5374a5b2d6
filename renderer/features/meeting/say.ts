import type { ReviewRecord } from '../../../core/review/reviewRecord';

type Headless<R> = R extends ReviewRecord ? Omit<R, 'id' | 'at' | 'by' | 'origin'> : never;

/** A record without who, when and where from; whoever sits here says it unless `by` names somebody else. */
export type Said = Headless<ReviewRecord> & { id?: string; by?: string };

/** Says these things together. Resolves once they are durable; rejects with the reason when they are not. */
export type Say = (...said: readonly Said[]) => Promise<void>;

/** The records of what was said here and now, to be kept together. */
export function roomRecords(said: readonly Said[], { by, now }: { by: string; now: Date }): ReviewRecord[] {
  const at = now.toISOString();
  return said.map((one) => ({
    by,
    ...one,
    id: one.id ?? crypto.randomUUID(),
    at,
    origin: { kind: 'here', file: '' },
  }));
}
