import { updateYFragment } from '@tiptap/y-tiptap';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { narrativeSchema } from '../narrative/schema';

/** Writes a node over a shared one of its kind, as the editor does: what is the same at both ends keeps its characters. */
export function writeNode(type: Y.XmlFragment, node: Node): void {
  if (type.doc) updateYFragment(type.doc, type, node, { mapping: new Map(), isOMark: new Map() });
}

/** Blocks as shared ones that belong to no document yet. */
export function sharedBlocks(blocks: readonly Node[]): Y.XmlElement[] {
  const fragment = new Y.Doc().getXmlFragment('blocks');
  writeNode(fragment, narrativeSchema.topNodeType.create(null, blocks));
  return fragment
    .toArray()
    .filter((type) => type instanceof Y.XmlElement)
    .map((type) => type.clone());
}
