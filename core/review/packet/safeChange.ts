import { isSafeLink } from '../../import/links';
import type { MarkName, NodeName, RichMark, RichNode } from '../../narrative/richText';
import type { TextChange } from '../textChange';

/** What a reader can write: words, and the plain blocks around them. Everything else stays as it was read. */
const writable: ReadonlySet<NodeName> = new Set<NodeName>([
  ...(['text', 'hardBreak', 'fact', 'footnote', 'paragraph', 'heading', 'blockquote', 'codeBlock'] as const),
  ...(['bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'horizontalRule'] as const),
  ...(['faqItem', 'faqQuestion', 'title', 'storyFact', 'step'] as const),
]);
const marks: ReadonlySet<MarkName> = new Set<MarkName>(['bold', 'italic', 'strike', 'code', 'link']);
/** A list within a list within a quotation, many times over. */
const deepest = 24;

/** Whether a suggestion from outside is one that a packet can make: nothing in it could run, or lead to a card. */
export function isSafeChange(change: TextChange): boolean {
  const now = change.kind === 'delete' ? [] : change.now;
  return now.every((node) => isSafeNode(node, deepest));
}

function isSafeNode({ type, attrs, content, marks: given }: RichNode, depth: number): boolean {
  if (depth === 0 || !writable.has(type)) return false;
  if (!Object.values(attrs ?? {}).every(isPlain) || !(given ?? []).every(isSafeMark)) return false;
  return (content ?? []).every((child) => isSafeNode(child, depth - 1));
}

function isSafeMark({ type, attrs }: RichMark): boolean {
  if (!marks.has(type) || !Object.values(attrs ?? {}).every(isPlain)) return false;
  return type !== 'link' || (typeof attrs?.href === 'string' && isSafeLink(attrs.href));
}

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
