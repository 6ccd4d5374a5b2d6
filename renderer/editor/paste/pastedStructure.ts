import { Fragment, type Node as ProseMirrorNode, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { type PartKey, type PartKind, partDefinitions } from '../../../core/narrative/parts';
import { isContainer, isLabel } from '../structure/cells';

const itemOfKind: Readonly<Record<PartKind, string>> = {
  faq: 'faqItem',
  stories: 'useCase',
  manuals: 'manual',
  sections: '',
  plain: '',
};

/**
 * True when whole items of this part were copied, so that they can stand beside the others. A stretch of text
 * inside of one item also arrives wrapped in it, but open: that is text.
 */
export function holdsOnlyItems(slice: Slice, part: PartKey): boolean {
  const wanted = itemOfKind[partDefinitions[part].kind];
  const { content, openStart } = slice;
  if (content.childCount === 0 || (openStart > 0 && content.childCount === 1)) return false;
  let only = true;
  content.forEach((node) => {
    only &&= node.type.name === wanted && node.firstChild !== null && isLabel(node.firstChild);
  });
  return only;
}

/** Pasted sections and items inside running text would nest or double them; only their blocks are taken. */
export function unwrapStructure(slice: Slice): Slice {
  const { content } = slice;
  if (!holdsStructure(content)) return slice;
  const openStart = openAfterUnwrap(slice.openStart, content.firstChild, (node) => node.firstChild);
  const openEnd = openAfterUnwrap(slice.openEnd, content.lastChild, (node) => node.lastChild);
  return new Slice(Fragment.from(withoutEmpty(blocksOf(content))), openStart, openEnd);
}

/** Each container that is taken away was one of the open levels. */
function openAfterUnwrap(
  open: number,
  edge: ProseMirrorNode | null,
  next: (node: ProseMirrorNode) => ProseMirrorNode | null,
): number {
  if (open === 0 || !edge || !isContainer(edge)) return open;
  return openAfterUnwrap(open - 1, next(edge), next);
}

/** Blank places of a template are no text; the first and last block stay, because they may be open. */
function withoutEmpty(blocks: readonly ProseMirrorNode[]): ProseMirrorNode[] {
  return blocks.filter(
    (block, index) => index === 0 || index === blocks.length - 1 || block.content.size > 0 || block.isAtom,
  );
}

function holdsStructure(content: Fragment): boolean {
  let found = false;
  content.forEach((node) => {
    found ||= isContainer(node) || isLabel(node);
  });
  return found;
}

function blocksOf(content: Fragment): ProseMirrorNode[] {
  const blocks: ProseMirrorNode[] = [];
  content.forEach((node) => {
    if (isContainer(node)) blocks.push(...blocksOf(node.content));
    else if (isLabel(node)) blocks.push(node.type.schema.node('paragraph', null, node.content));
    else blocks.push(node);
  });
  return blocks;
}

/** One line for a place that holds one line: the text of all blocks, with a space between two. */
export function joinToLine(slice: Slice, $at: ResolvedPos): Slice {
  const { schema } = $at.parent.type;
  const line: ProseMirrorNode[] = [];
  slice.content.descendants((node) => {
    if (!node.isTextblock && !node.isInline) return true;
    const content = node.isInline ? Fragment.from(node) : node.content;
    if (line.length > 0 && content.size > 0 && !node.isInline) line.push(schema.text(' '));
    content.forEach((child) => {
      line.push(child.type.name === 'hardBreak' ? schema.text(' ') : child);
    });
    return false;
  });
  return new Slice(Fragment.from(line), 0, 0);
}
