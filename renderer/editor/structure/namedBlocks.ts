import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

interface NamedBlock {
  node: ProseMirrorNode;
  /** From the start of the content of the block or section it was found in. */
  offset: number;
}

/** What was found below a node; nodes never change, so an answer about one stays true. */
const known = new WeakMap<ProseMirrorNode, readonly NamedBlock[]>();

/**
 * Visits what has an id of its own in a section or block and the block itself, in order: the titles of how-tos,
 * headings that carry an id already, and places that could not be written yet. `pos` is where the block stands.
 */
export function visitNamedBlocks(
  block: ProseMirrorNode,
  pos: number,
  visit: (node: ProseMirrorNode, pos: number) => void,
): void {
  if (isNamed(block)) visit(block, pos);
  for (const { node, offset } of namedIn(block)) visit(node, pos + 1 + offset);
}

function namedIn(parent: ProseMirrorNode): readonly NamedBlock[] {
  if (parent.isTextblock || parent.isLeaf) return [];
  const kept = known.get(parent);
  if (kept) return kept;
  const titles = parent.attrs.key === 'howTo' ? outermostLevel(parent) : 0;
  const found: NamedBlock[] = [];
  parent.forEach((node, offset) => {
    if (isNamed(node) || isTitle(node, titles)) found.push({ node, offset });
    for (const inner of namedIn(node)) found.push({ ...inner, offset: offset + 1 + inner.offset });
  });
  known.set(parent, found);
  return found;
}

const isNamed = ({ type, attrs }: ProseMirrorNode): boolean =>
  type.name === 'unwritten' || (type.name === 'heading' && typeof attrs.id === 'string' && attrs.id !== '');

/** The outermost headings of a how-to section are its how-tos. */
const isTitle = ({ type, attrs }: ProseMirrorNode, level: number): boolean =>
  type.name === 'heading' && attrs.level === level;

function outermostLevel(section: ProseMirrorNode): number {
  let outermost = 9;
  section.forEach(({ type, attrs }) => {
    if (type.name === 'heading') outermost = Math.min(outermost, Number(attrs.level));
  });
  return outermost;
}
