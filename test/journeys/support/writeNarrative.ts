import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Call } from '../../../core/api/client';
import type { NarrativeId } from '../../../core/narrative/meta';
import {
  decodeNarrativeDoc,
  type NarrativeContent,
  partFragment,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { RichNode } from '../../../core/narrative/richText';
import { narrativeSchema } from '../../../core/narrative/schema';

/** Changes a narrative the way another window does, and waits until the host holds it. */
export async function changeNarrative(
  call: Call,
  id: NarrativeId,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const doc = await openDoc(call, id);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  const update = Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
  await call('narratives.save', { id, update, window: 'elsewhere' });
}

/** Puts other text in the place of a part's. */
export function writePart(doc: Y.Doc, part: PartKey, nodes: readonly RichNode[]): void {
  const fragment = partFragment(doc, part);
  fragment.delete(0, fragment.length);
  prosemirrorJSONToYXmlFragment(narrativeSchema, { type: 'doc', content: nodes }, fragment);
}

/** What the host would hand to the next window. */
export async function savedContent(call: Call, id: NarrativeId): Promise<NarrativeContent> {
  return readNarrativeDoc(await openDoc(call, id));
}

async function openDoc(call: Call, id: NarrativeId): Promise<Y.Doc> {
  const { state } = await call('narratives.open', { id });
  return decodeNarrativeDoc(new Uint8Array(Buffer.from(state, 'base64')));
}
