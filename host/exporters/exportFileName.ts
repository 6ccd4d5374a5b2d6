import type { ExportFormat } from '../../core/api/shapes';
import type { ExportDocument } from '../../core/export/exportDocument';
import { narrativeHeading } from '../../core/narrative/partState';

/** A name for the file that every system takes, such as `Fairmend-draft-7.pdf`. */
export function exportFileName({ meta, content, options }: ExportDocument, format: ExportFormat): string {
  const wanted = meta.name || narrativeHeading(content, '');
  const safe = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const isRelease = options.layout === 'release' && format !== 'dateline';
  return `${safe || 'Narrative'}${isRelease ? '-press-release' : ''}-draft-${meta.draft}.${format}`;
}
