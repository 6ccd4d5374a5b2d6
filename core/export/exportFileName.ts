import type { ExportFormat, ExportLayout } from '../api/shapes';
import { narrativeHeading } from '../narrative/partState';
import type { ExportDocument } from './exportDocument';

/** What a file is named after. */
export type NamedExport = Pick<ExportDocument, 'meta' | 'content' | 'options'>;

/** A name for the file that every system takes, such as `Fairmend-draft-7.pdf`. */
export function exportFileName({ meta, content, options }: NamedExport, format: ExportFormat): string {
  const wanted = meta.name || narrativeHeading(content, '');
  const words = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const safe = cutBetweenWords(words);
  return `${safe || 'Narrative'}${layoutWords(options.layout, format)}-draft-${meta.draft}.${format}`;
}

const longest = 60;

/** At most 60 characters, without a half word at the end unless the first word alone is longer. */
function cutBetweenWords(words: string): string {
  if (words.length <= longest) return words;
  const end = words.lastIndexOf('-', longest);
  return words.slice(0, end > 0 ? end : longest);
}

/** Only a PDF has a reading copy, and the format that carries everything is never the release alone. */
function layoutWords(layout: ExportLayout, format: ExportFormat): string {
  if (layout === 'release' && format !== 'dateline') return '-press-release';
  return layout === 'reading' && format === 'pdf' ? '-reading-copy' : '';
}
