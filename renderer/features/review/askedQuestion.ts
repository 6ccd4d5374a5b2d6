import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { plainText } from '../../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';
import type { PartText } from '../../../core/review/partText';
import type { ThreadMessage } from '../../../core/review/readThreads';
import type { AskedQuestion } from './reviewView';

interface Reading {
  content: NarrativeContent;
  partOf: (part: PartKey) => { text: PartText };
}

/** The question that was made of a thread, as it stands in the internal FAQ; null where there is none. */
export function askedQuestion(messages: readonly ThreadMessage[], reading: Reading): AskedQuestion | null {
  const id = messages.findLast((message) => message.kind === 'reply' && message.question !== undefined);
  if (id?.kind !== 'reply' || id.question === undefined) return null;
  const item = findItem(reading.content.parts.internalFaq, id.question);
  if (!item) return null;
  const place = reading.partOf('internalFaq').text.items.find((candidate) => candidate.id === id.question);
  const question = item.content?.find(({ type }) => type === 'faqQuestion');
  return {
    id: id.question,
    words: question ? plainText(question) : '',
    owner: stringAttr(item, 'owner'),
    due: stringAttr(item, 'due'),
    isAnswered: stringAttr(item, 'state') === 'answered',
    placement: place ? { state: 'exact', from: place.from, to: place.to } : { state: 'orphan' },
  };
}

function findItem(node: RichNode, id: string): RichNode | null {
  if (node.type === 'faqItem' && stringAttr(node, 'id') === id) return node;
  for (const child of node.content ?? []) {
    const found = findItem(child, id);
    if (found) return found;
  }
  return null;
}
