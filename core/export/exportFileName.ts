import type { ExportFormat } from '../api/shapes';
import { narrativeHeading } from '../narrative/partState';
import type { ExportDocument } from './exportDocument';

/** What a file is named after. */
export type NamedExport = Pick<ExportDocument, 'meta' | 'content' | 'options'>;

/** A name for the file that every system takes, such as `Fairmend-draft-7.pdf`. */
export function exportFileName({ meta, content, options }: NamedExport, format: ExportFormat): string {
  const wanted = meta.name || narrativeHeading(content, '');
  const safe = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const isRelease = options.layout === 'release' && format !== 'dateline';
  return `${safe || 'Narrative'}${isRelease ? '-press-release' : ''}-draft-${meta.draft}.${format}`;
}
