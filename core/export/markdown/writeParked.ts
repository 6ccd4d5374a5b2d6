import type { RootContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import type { ExportDocument } from '../exportDocument';
import { type ParkedLine, parkedLines, parkedTitle } from '../reading/parkedPart';

/** The drawer as an appendix for readers. Its records stand in the front matter, so reading back skips it. */
export function writeParked(document: ExportDocument): RootContent[] {
  const lines = parkedLines(document);
  if (lines.length === 0) return [];
  return [
    { type: 'html', value: formatMarker('drawer') },
    { type: 'heading', depth: 1, children: [{ type: 'text', value: parkedTitle }] },
    { type: 'list', spread: false, children: lines.map(writeLine) },
  ];
}

function writeLine({ text, origin, isDealtWith }: ParkedLine) {
  const words = { type: 'text' as const, value: `${text.replaceAll('\n', ' ')} ` };
  const place = { type: 'emphasis' as const, children: [{ type: 'text' as const, value: `(${origin})` }] };
  return {
    type: 'listItem' as const,
    checked: isDealtWith,
    children: [{ type: 'paragraph' as const, children: [words, place] }],
  };
}
