import type { NarrativeContent } from '../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../core/narrative/parts';
import { type RichDoc, type RichMark, type RichNode, stringAttr } from '../../core/narrative/richText';
import type { ReturnedText } from './takeChanges';

/**
 * Both texts without differences that nobody wrote: ids that reading made up, which count what stands before them, so
 * that one new question would make all later ones look changed; states of questions, which reading guesses by their
 * answers; and addresses that another program spells with a slash at their end.
 */
export function evenOut(returned: ReturnedText): ReturnedText {
  const hrefs = new Set<string>();
  const was = mapParts(returned.was, (node) => {
    for (const mark of node.marks ?? []) if (mark.type === 'link') hrefs.add(hrefOf(mark));
    return withoutMadeUp(node);
  });
  const now = mapParts(returned.now, (node) => withoutMadeUp(withHrefsOf(hrefs, node)));
  return { ...returned, was, now };
}

const hrefOf = (mark: RichMark): string => (typeof mark.attrs?.href === 'string' ? mark.attrs.href : '');

function withoutMadeUp(node: RichNode): RichNode {
  const id = stringAttr(node, 'id').startsWith('imported-') ? { id: null } : {};
  const state = node.type === 'faqItem' ? { state: 'open' } : {};
  return { ...node, ...(node.attrs && { attrs: { ...node.attrs, ...id, ...state } }) };
}

function withHrefsOf(hrefs: ReadonlySet<string>, node: RichNode): RichNode {
  if (!node.marks?.some(({ type }) => type === 'link')) return node;
  return { ...node, marks: node.marks.map((mark) => (mark.type === 'link' ? respelled(mark, hrefs) : mark)) };
}

function respelled(mark: RichMark, hrefs: ReadonlySet<string>): RichMark {
  const href = hrefOf(mark);
  const other = href.endsWith('/') ? href.slice(0, -1) : `${href}/`;
  return hrefs.has(href) || !hrefs.has(other) ? mark : { ...mark, attrs: { ...mark.attrs, href: other } };
}

function mapParts(content: NarrativeContent, map: (node: RichNode) => RichNode): NarrativeContent {
  const mapNode = (node: RichNode): RichNode => {
    const mapped = map(node);
    return mapped.content ? { ...mapped, content: mapped.content.map(mapNode) } : mapped;
  };
  const parts = partKeys.map((part) => [part, mapNode(content.parts[part])] as const);
  return { ...content, parts: Object.fromEntries(parts) as Record<PartKey, RichDoc> };
}
