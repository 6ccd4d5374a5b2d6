import { joinTexts } from '../../import/markdown/readInlines';
import type { RichNode } from '../../narrative/richText';
import { canonicalNode } from '../../narrative/schema';

/** The same text in the one shape in which equal texts are equal JSON. */
export function comparable(doc: RichNode): RichNode {
  return withJoinedTexts(canonicalNode(doc));
}

function withJoinedTexts(node: RichNode): RichNode {
  return node.content ? { ...node, content: joinTexts(node.content).map(withJoinedTexts) } : node;
}

export const isEqualText = (a: RichNode, b: RichNode) => JSON.stringify(a) === JSON.stringify(b);
