import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import { type RichDoc, type RichNode, stringAttr } from '../../core/narrative/richText';
import type { ReturnedText } from './takeChanges';

/**
 * The same texts without ids that reading made up: they count what stands before them, so that one new question would
 * make all later ones look changed.
 */
export function withoutMadeUpIds(returned: ReturnedText): ReturnedText {
  return { ...returned, was: stripped(returned.was), now: stripped(returned.now) };
}

function stripped(content: NarrativeContent): NarrativeContent {
  const parts = partKeys.map((part) => [part, stripNode(content.parts[part])] as const);
  return { ...content, parts: Object.fromEntries(parts) as Record<PartKey, RichDoc> };
}

function stripNode(node: RichNode): RichNode {
  const isMadeUp = stringAttr(node, 'id').startsWith('imported-');
  const attrs = isMadeUp ? { attrs: { ...node.attrs, id: null } } : {};
  return { ...node, ...attrs, ...(node.content ? { content: node.content.map(stripNode) } : {}) };
}
