import type { Nodes } from 'mdast';

/** The words of a Markdown node without any of its marks. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('children' in node) return node.children.map(textOf).join('');
  return '';
}
