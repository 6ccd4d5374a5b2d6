import * as Y from 'yjs';
import type { Call } from '../../core/api/client';
import type { NarrativeId } from '../../core/narrative/meta';
import { partFragment, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import type { PartKey } from '../../core/narrative/parts';
import { plainText } from '../../core/narrative/plainText';

/** A window on a narrative without a screen: its own document, and what it has not sent yet. */
export interface TestWindow {
  readonly doc: Y.Doc;
  readonly name: string;
  /** Writes a paragraph at the end of a part. */
  type(part: PartKey, text: string): void;
  /** Sends what was not sent yet; on a failure it is kept for the next time. */
  save(): Promise<string>;
  receive(update: string): void;
  text(part: PartKey): string;
}

export async function openWindow(call: Call, id: NarrativeId, name: string): Promise<TestWindow> {
  const { state } = await call('narratives.open', { id });
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, Buffer.from(state, 'base64'), 'host');
  let unsent: Uint8Array[] = [];
  doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'host') unsent.push(update);
  });
  return {
    doc,
    name,
    type(part, text) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      partFragment(doc, part).push([paragraph]);
    },
    async save() {
      const sending = unsent;
      unsent = [];
      try {
        const update = Buffer.from(Y.mergeUpdatesV2(sending)).toString('base64');
        return (await call('narratives.save', { id, update, window: name })).savedAt;
      } catch (thrown) {
        unsent = [...sending, ...unsent];
        throw thrown;
      }
    },
    receive: (update) => Y.applyUpdateV2(doc, Buffer.from(update, 'base64'), 'host'),
    text: (part) => plainText(readNarrativeDoc(doc).parts[part]),
  };
}
