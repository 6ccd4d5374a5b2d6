import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createNarrativeDoc, emptyContent, partFragment } from '../../../../core/narrative/narrativeDoc';
import { newNarrativeFile, openSharedNarrative } from '../../../../host/narratives/sharedNarrative';
import { findUpdateFault, openPlaces } from '../../../../server/team/live/checkUpdate';
import { sampleNarrative } from '../../../storage/sampleNarrative';

const nodes = [
  'paragraph',
  'heading',
  'bulletList',
  'section',
  'faqItem',
  'callout',
  'text',
  'doc',
  'script',
];
const marks = ['bold', 'link--abcdefgh', 'evidence', 'blink', 'constructor'];
const places = ['part.release', 'part.brief', 'facts', 'gate', 'elsewhere', 'part.nowhere'];

const step = fc.record({
  do: fc.constantFrom(
    'element',
    'text',
    'format',
    'format',
    'mark',
    'cut',
    'named',
    'attribute',
    'value',
    'map',
    'embed',
    'delete',
  ),
  place: fc.constantFrom(...places),
  node: fc.constantFrom(...nodes),
  mark: fc.constantFrom(...marks),
  value: fc.jsonValue(),
  at: fc.nat({ max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Anything a client can write with Yjs, sensible or not. */
function take(doc: Y.Doc, taken: Step): void {
  const { place, node, mark, value, at } = taken;
  if (!place.startsWith('part.')) {
    doc.getMap(place).set(`${at}`, taken.do === 'map' ? new Y.Map([['a', value]]) : value);
    return;
  }
  const fragment = doc.getXmlFragment(place);
  const child = fragment.length === 0 ? null : fragment.get(at % fragment.length);
  if (taken.do === 'element') fragment.insert(0, [new Y.XmlElement(node)]);
  if (taken.do === 'text') fragment.insert(0, [new Y.XmlText('words')]);
  if (taken.do === 'map') fragment.insert(0, [new Y.Map() as unknown as Y.XmlText]);
  if (taken.do === 'delete' && child) fragment.delete(at % fragment.length, 1);
  if (child instanceof Y.XmlElement && taken.do === 'attribute') child.setAttribute(mark, value as never);
  if (child instanceof Y.XmlElement && taken.do === 'value') child.insert(0, [new Y.XmlElement(node)]);
  const text = textIn(child, at);
  if (!text) return;
  if (taken.do === 'format') text.insert(0, 'marked', { [mark]: value === null ? {} : value });
  if (taken.do === 'mark') text.format(0, text.length, { [mark]: value });
  if (taken.do === 'cut') text.delete(0, Math.min(at, text.length));
  if (taken.do === 'named') text.setAttribute(mark, value as never);
  if (taken.do === 'embed') text.insertEmbed(0, { image: 'x' });
}

/** A text in a block, made there when it has none. */
function textIn(block: unknown, at: number): Y.XmlText | null {
  if (!(block instanceof Y.XmlElement)) return null;
  const child = block.length === 0 ? null : block.get(at % block.length);
  if (child instanceof Y.XmlText) return child;
  const text = new Y.XmlText('words of some length');
  block.insert(0, [text]);
  return text;
}

test('what passes the look before it is applied is taken by the host, whatever was written', () => {
  const file = newNarrativeFile(sampleNarrative('law').meta, emptyContent());
  const property = fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
    const client = new Y.Doc();
    const live = new Y.Doc();
    const state = Buffer.from(file.yjs, 'base64');
    for (const doc of [client, live]) Y.applyUpdateV2(doc, state);
    openPlaces(live);
    const shared = openSharedNarrative(file);
    for (const taken of steps) {
      const before = Y.encodeStateVector(client);
      const holds = Y.encodeStateAsUpdate(client, before);
      take(client, taken);
      const update = Y.encodeStateAsUpdate(client, before);
      if (Buffer.from(update).equals(Buffer.from(holds))) continue;
      // What was refused is not here, and nothing that follows is taken of such a window.
      if (findUpdateFault(live, update) !== null) return;
      Y.applyUpdate(live, update);
      shared.accept(Y.convertUpdateFormatV1ToV2(update), '2026-01-05T09:00:00.000Z');
    }
  });
  fc.assert(property, { numRuns: 300 });
});

test('bytes that are no change never get past the look', () => {
  const live = createNarrativeDoc(emptyContent());
  openPlaces(live);
  const before = Buffer.from(Y.encodeStateAsUpdate(live));
  const property = fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
    const fault = findUpdateFault(live, bytes);
    if (fault === null) Y.applyUpdate(live, bytes);
    expect(Buffer.from(Y.encodeStateAsUpdate(live)).equals(before)).toBe(true);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a change that builds on words nobody has is a gap; with those words it is none', () => {
  const author = createNarrativeDoc(emptyContent());
  const live = createNarrativeDoc(emptyContent());
  openPlaces(live);
  const start = Y.encodeStateVector(author);
  const text = new Y.XmlText('First.');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  partFragment(author, 'release').push([paragraph]);
  const between = Y.encodeStateVector(author);
  text.insert(6, ' Second.');
  expect(findUpdateFault(live, Y.encodeStateAsUpdate(author, between))).toEqual({ kind: 'gap' });
  expect(findUpdateFault(live, Y.encodeStateAsUpdate(author, start))).toBeNull();
});
