import { isBlank, plainText } from '../../narrative/plainText';
import type { FaqState, RichDoc, RichNode } from '../../narrative/richText';

/** What stands for an answer that is still to come. */
const placeholder =
  /^(?:tbd|tba|todo|to be (?:determined|decided|defined|announced|confirmed|written|answered)|open|offen|noch offen|unknown|unbekannt|n\/?a|[?.…—–\-\s]+)[.!…]*$/iu;
/** The line that our own Word documents have under a question that is not answered. */
const statusLine = /^(Open|Blocked)(?: · .{1,200})?$/u;

/** Questions of a text from elsewhere with the state that their answers tell: with words of an answer, answered. */
export function withStates(doc: RichDoc): RichDoc {
  return { ...doc, content: (doc.content ?? []).map(withState) };
}

function withState(node: RichNode): RichNode {
  if (node.type !== 'faqItem') return node;
  const answer = (node.content ?? []).filter(({ type }) => type !== 'faqQuestion');
  return { ...node, attrs: { ...node.attrs, state: stateOf(answer) } };
}

function stateOf(answer: readonly RichNode[]): FaqState {
  const status = statusLine.exec(plainText(answer[0] ?? { type: 'paragraph' }).trim())?.[1];
  if (status !== undefined) return status === 'Blocked' ? 'blocked' : 'open';
  const isGiven = answer.some((block) => !isBlank(block) && !placeholder.test(plainText(block).trim()));
  return isGiven ? 'answered' : 'open';
}
