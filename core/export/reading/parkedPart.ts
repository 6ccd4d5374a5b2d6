import { inDrawerOrder } from '../../drawer/drawerOrder';
import { placeName } from '../../facts/placeName';
import { printable } from '../../import/printable';
import type { RichMark } from '../../narrative/richText';
import type { ExportDocument } from '../exportDocument';
import type { ReadingBlock, ReadingPart } from './readingBlock';

/** What the drawer is called where it is handed on. */
export const parkedTitle = 'Parked for feasibility';

/** A parked thought as exports print it. */
export interface ParkedLine {
  text: string;
  origin: string;
  isDealtWith: boolean;
}

/** What lies in the drawer, where the options ask for it; the release alone never has it. */
export function parkedLines({ content, options }: ExportDocument): ParkedLine[] {
  if (!options.drawer || options.layout === 'release') return [];
  return inDrawerOrder(content.drawer).map((item) => ({
    text: printable(item.text),
    origin: printable(`From ${placeName(content, item.from)}`),
    isDealtWith: item.dealtWithAt !== undefined,
  }));
}

/** The drawer as an appendix of ticked and unticked lines; null where there is nothing to show. */
export function toParkedPart(document: ExportDocument): ReadingPart | null {
  const lines = parkedLines(document);
  if (lines.length === 0) return null;
  const items = lines.map(({ text, origin, isDealtWith }) => ({
    checked: isDealtWith,
    blocks: [
      ...text.split('\n').map((line) => toParagraph(line, [])),
      toParagraph(origin, [{ type: 'italic' }]),
    ],
  }));
  return {
    key: 'drawer',
    title: parkedTitle,
    blocks: [{ type: 'list', kind: 'task', start: 1, items }],
    remarks: [],
  };
}

function toParagraph(text: string, marks: RichMark[]): ReadingBlock {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text, marks }] };
}
