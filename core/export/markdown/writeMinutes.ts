import type { RootContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import { exportedMinutes } from '../minutes/exportedMinutes';
import { minutesTitle } from '../minutes/minutesDoc';
import { writeBlock } from './writeBlocks';
import type { WritingContext } from './writingContext';

/** Minutes as an appendix for readers. Records of a review are no part of Markdown, so reading back skips it. */
export function writeMinutes(context: Omit<WritingContext, 'part'>): RootContent[] {
  const minutes = exportedMinutes(context.document);
  if (!minutes) return [];
  return [
    { type: 'html', value: formatMarker('minutes') },
    { type: 'heading', depth: 1, children: [{ type: 'text', value: minutesTitle }] },
    ...(minutes.content ?? []).flatMap((node) => writeBlock(node, { ...context, part: 'release' })),
  ];
}
