import { DatelineError } from '../../core/api/errors';
import type { ExportFormat, ExportWarning, PageGauge } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';

export interface ExportedFile {
  bytes: Uint8Array;
  fileName: string;
  mime: string;
  warnings: ExportWarning[];
}

export interface Exporter {
  run(
    document: ExportDocument,
    format: ExportFormat,
    control: { signal: AbortSignal; progress: (done: number, total: number, label: string) => void },
  ): Promise<ExportedFile>;
  preview(
    document: ExportDocument,
    page: number,
  ): Promise<{ pageCount: number; page: number; svg: string; warnings: ExportWarning[] }>;
  gauge(document: ExportDocument): Promise<PageGauge>;
  close(): Promise<void>;
}

/** Stands in until the exporters are here. */
export function createExporter(_options: { templates: string; workers: URL | string }): Exporter {
  const missing = async () => {
    throw new DatelineError('export-failed', 'Exports are not here yet.');
  };
  return { run: missing, preview: missing, gauge: missing, close: async () => undefined };
}
