import { type ReviewRecord, reviewRecordSchema } from './reviewRecord';

/**
 * The records of a file that this build can read. Others stay in the file as they are: a newer Dateline wrote
 * them, and whoever writes the file again must write them too.
 */
export function knownRecords(review: Readonly<Record<string, unknown>>): ReviewRecord[] {
  return Object.entries(review).flatMap(([id, raw]) => {
    const { data } = reviewRecordSchema.safeParse(raw);
    return data?.id === id ? [data] : [];
  });
}
