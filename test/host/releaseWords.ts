import * as Y from 'yjs';
import type { Call } from '../../core/api/client';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, partFragment } from '../../core/narrative/narrativeDoc';
import type { ReviewRecordOf } from '../../core/review/reviewRecord';

const docOf = (state: string) => decodeNarrativeDoc(Buffer.from(state, 'base64'));

/** The words of the release in a state that a host handed out, with their tags. */
export const releaseIn = (state: string): string => partFragment(docOf(state), 'release').toString();

/** The change that puts words into the release, in a paragraph of their own. */
export function releaseUpdate(state: string, words: string): string {
  const doc = docOf(state);
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  partFragment(doc, 'release').push([paragraph]);
  return Buffer.from(Y.encodeStateAsUpdateV2(doc, before)).toString('base64');
}

export const readRelease = async (call: Call, id: NarrativeId): Promise<string> =>
  releaseIn((await call('narratives.open', { id })).state);

/** Writes as a window does; resolves once it was told to be saved. */
export async function writeRelease(call: Call, id: NarrativeId, words: string): Promise<void> {
  const { state } = await call('narratives.open', { id });
  await call('narratives.save', { id, update: releaseUpdate(state, words), window: 'window-1' });
}

/** Something said about the release as a whole, as a window sends it. */
export function remarkOnRelease(id: string, text: string): ReviewRecordOf<'comment'> {
  const anchor = { part: 'release', section: '', item: '', from: null, to: null, quote: '' } as const;
  return {
    kind: 'comment',
    id,
    by: 'Somebody',
    at: '2001-01-01T00:00:00.000Z',
    origin: { kind: 'here', file: '' },
    anchor: { ...anchor, before: '', after: '' },
    text,
  };
}
