import { defaultExportOptions } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import type { ExportMark } from '../../core/review/exportMark';
import type { Exporter } from '../exporters/exportNarrative';
import type { StoredFiles } from '../exports/exportDocument';
import { gatherExportDocument } from '../exports/exportDocument';
import type { Importer } from '../importers/importer';

/** A file as it would be read if nobody had touched it. */
export interface Untouched {
  content: NarrativeContent;
  /** What would be doubted all the same. */
  doubts: readonly string[];
}

export interface RereadPorts {
  exporter: Pick<Exporter, 'run'>;
  importer: Importer;
  files: StoredFiles;
}

/**
 * What a file would say if nobody had touched it: the version it was written from, written and read again. Compared
 * with that, whatever a format cannot carry is no change.
 */
export async function reread(
  file: NarrativeFile,
  { mark, format }: { mark: ExportMark; format: 'md' | 'docx' },
  { exporter, importer, files }: RereadPorts,
): Promise<Untouched> {
  const document = await gatherExportDocument({
    file,
    options: {
      ...defaultExportOptions,
      layout: mark.parts.join() === 'release' ? 'release' : 'narrative',
      parts: mark.parts,
      evidence: !mark.without.includes('evidence'),
      thread: !mark.without.includes('thread'),
    },
    // Neither the day nor the person shows in what is compared.
    date: file.meta.updatedAt.slice(0, 10),
    files,
    carriesFiles: false,
  });
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const { bytes } = await exporter.run({ ...document, mark }, format, control);
  const read = await importer.read({ fileName: `base.${format}`, bytes, path: null });
  return { content: read.content, doubts: read.doubts };
}
