import { type ErrorCode, toDatelineError } from '../../core/api/errors';
import type { NarrativeId } from '../../core/narrative/meta';

/** A narrative that could not be exported, and why. */
export interface FailedExport {
  id: NarrativeId;
  code: ErrorCode;
  message: string;
}

/** What came of many narratives. */
export interface ExportBatch<T> {
  exported: T[];
  failed: FailedExport[];
  total: number;
  /** True where somebody stopped it before the last one. */
  isStopped: boolean;
}

interface BatchWork<T> {
  ids: readonly NarrativeId[];
  signal: AbortSignal;
  exportOne: (id: NarrativeId) => Promise<T>;
  /** Hears of each narrative that is through. */
  onDone: (done: number, outcome: { exported: T } | { failed: FailedExport }) => void;
}

/**
 * Exports narratives one after the other. One that fails is named and does not stop the others; what is done stays
 * when the rest is stopped.
 */
export async function exportEach<T>({
  ids,
  signal,
  exportOne,
  onDone,
}: BatchWork<T>): Promise<ExportBatch<T>> {
  const batch: ExportBatch<T> = { exported: [], failed: [], total: ids.length, isStopped: false };
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) return { ...batch, isStopped: true };
    try {
      const exported = await exportOne(id);
      batch.exported.push(exported);
      onDone(index + 1, { exported });
    } catch (thrown) {
      const { code, message } = toDatelineError(thrown);
      if (code === 'cancelled') return { ...batch, isStopped: true };
      const failed = { id, code, message };
      batch.failed.push(failed);
      onDone(index + 1, { failed });
    }
  }
  return batch;
}
