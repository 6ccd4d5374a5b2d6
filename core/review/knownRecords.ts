import { type ReviewRecord, reviewRecordSchema } from './reviewRecord';

/**
 * The records of a file that this build can read. Others stay in the file as they are: a newer Dateline wrote
 * them, and whoever writes the file again must write them too.
 */
export function knownRecords(review: Readonly<Record<string, unknown>>): ReviewRecord[] {
  return Object.entries(review).flatMap(([id, raw]) => {
    const record = readRecord(raw);
    return record?.id === id ? [record] : [];
  });
}

/** Nodes within nodes without end, as only an attack has them, exhaust whoever reads them. */
function readRecord(raw: unknown): ReviewRecord | null {
  try {
    return reviewRecordSchema.safeParse(raw).data ?? null;
  } catch {
    return null;
  }
}
