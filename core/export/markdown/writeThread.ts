import type { RootContent } from 'mdast';
import { formatMarker } from '../../import/markdown/dialect';
import type { Thread } from '../../thread/readThread';
import { ExportWarnings } from '../exportWarnings';
import { threadAppendix, threadTitle } from '../thread/threadAppendix';
import { writeBlock } from './writeBlocks';
import type { WritingContext } from './writingContext';

/** The thread as an appendix for readers. Its records stand in the front matter, so reading back skips it. */
export function writeThread(thread: Thread, context: Omit<WritingContext, 'part'>): RootContent[] {
  // Several lines in a cell are how this table is meant, so that they are told to nobody.
  const own: WritingContext = { ...context, part: 'release', warnings: new ExportWarnings() };
  const blocks = (threadAppendix(thread).content ?? []).flatMap((node) => writeBlock(node, own));
  return [
    { type: 'html', value: formatMarker('thread') },
    { type: 'heading', depth: 1, children: [{ type: 'text', value: threadTitle }] },
    ...blocks,
  ];
}
