import type { Paragraph, PhrasingContent } from 'mdast';
import { unwrittenLead } from '../../import/markdown/dialect';
import type { RichNode } from '../../narrative/richText';
import { unwrittenQuestion } from '../screens/unwrittenQuestion';
import { anchorName } from '../thread/anchors';
import type { WritingContext } from './writingContext';

/** The line above what cannot be written yet, with the question that it waits for; reading back skips it. */
export function writeUnwrittenLead(node: RichNode, { document }: WritingContext): Paragraph {
  const { id, words } = unwrittenQuestion(node, document.content.parts.internalFaq);
  const lead: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: unwrittenLead }] };
  if (words === '') return { type: 'paragraph', children: [lead] };
  const text: PhrasingContent = { type: 'text', value: words };
  const question: PhrasingContent =
    id === '' ? text : { type: 'link', url: `#${anchorName('faq', id)}`, children: [text] };
  return { type: 'paragraph', children: [lead, { type: 'text', value: ' It waits for: ' }, question] };
}
