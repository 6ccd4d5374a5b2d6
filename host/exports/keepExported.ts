import { DatelineError } from '../../core/api/errors';
import type { ExportFormat, ExportWarning } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import { exportFileName } from '../../core/export/exportFileName';
import { markOf } from '../../core/export/markOf';
import { chosenParts } from '../../core/export/prepareParts';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import type { Versions } from '../../storage/versions';

/** Formats that people edit and send back. */
const comesBack: Readonly<Record<ExportFormat, boolean>> = {
  docx: true,
  md: true,
  dateline: true,
  pdf: false,
  html: false,
  txt: false,
};

interface KeptExport {
  document: ExportDocument;
  file: NarrativeFile;
  format: ExportFormat;
  /** Who exports it, where that is known. */
  by?: string;
}

/**
 * Makes an export of a library's narrative one that is known again when it comes back: the file is marked, and
 * what it was written from is kept. Where that cannot be kept the export goes on, with a warning.
 */
export async function keepExported(
  versions: Pick<Versions, 'keep'>,
  { document, file, format, by = '' }: KeptExport,
): Promise<{ document: ExportDocument; warnings: ExportWarning[] }> {
  // Minutes alone have nothing of the text: what they lack was not taken out of it.
  if (!comesBack[format] || chosenParts(document).length === 0) return { document, warnings: [] };
  const marked = { ...document, mark: markOf(document) };
  try {
    await versions.keep(file, { reason: 'export', name: exportFileName(document, format), by });
    return { document: marked, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof DatelineError)) throw thrown;
    return { document: marked, warnings: [notKept] };
  }
}

const notKept: ExportWarning = {
  code: 'version-not-kept',
  message:
    'The library could not keep this version. A copy that comes back will be compared with the text of that day.',
};
