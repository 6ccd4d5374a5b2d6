import type { Nodes, PhrasingContent, Root } from 'mdast';
import { anchorTag, isAnchorLink, isAnchorTag } from '../../import/markdown/dialect';

/**
 * The same text without links of ours that lead nowhere, and without names that nothing leads to. References go
 * with their words; of other links the words stay.
 */
export function withLiveLinks(root: Root): Root {
  const wanted = new Set<string>();
  const named = new Set<string>();
  visit(root, (node) => {
    if (node.type === 'link' && isAnchorLink(node.url)) wanted.add(anchorTag(node.url.slice(1)));
    if (node.type === 'html' && isAnchorTag(node.value)) named.add(node.value);
  });
  const live = (node: Nodes): Nodes[] => {
    if (node.type === 'link' && isAnchorLink(node.url) && !named.has(anchorTag(node.url.slice(1))))
      return isReference(node) ? [] : node.children.flatMap(live);
    return 'children' in node ? [{ ...node, children: keep(node.children) } as Nodes] : [node];
  };
  const isUnwanted = (node: Nodes | undefined) =>
    node?.type === 'html' && isAnchorTag(node.value) && !wanted.has(node.value);
  const keep = (nodes: readonly Nodes[]): Nodes[] =>
    nodes
      .filter((node, index) => !isUnwanted(node) && !(isClosing(node) && isUnwanted(nodes[index - 1])))
      .flatMap(live);
  return { ...root, children: keep(root.children) as Root['children'] };
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

const isClosing = (node: Nodes) => node.type === 'html' && node.value === '</a>';

/** True for a link that only says where to look. */
const isReference = ({ data }: PhrasingContent): boolean =>
  data !== undefined && 'isReference' in data && data.isReference === true;
