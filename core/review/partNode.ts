import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { PartKey } from '../narrative/parts';
import { partTemplate } from '../narrative/partTemplate';
import { narrativeSchema } from '../narrative/schema';

/** A part of the shared document as a ProseMirror document; its template when nobody wrote in it. */
export function partNode(part: PartKey, fragment: Y.XmlFragment): Node {
  const json = fragment.length === 0 ? partTemplate(part) : yXmlFragmentToProsemirrorJSON(fragment);
  return narrativeSchema.nodeFromJSON(json);
}
