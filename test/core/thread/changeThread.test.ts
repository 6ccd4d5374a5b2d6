import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createNarrativeDoc, readNarrativeDoc } from '../../../core/narrative/narrativeDoc';
import { linksMap, promisesMap, readRecords } from '../../../core/narrative/recordMaps';
import {
  forgetPromise,
  keepPromise,
  letGo,
  linkPromise,
  refuseLink,
  type ThreadPair,
  type ThreadWriter,
} from '../../../core/thread/changeThread';
import { readThread } from '../../../core/thread/readThread';
import { type EndKind, endKinds, threadLinkId } from '../../../core/thread/threadLink';
import * as the from './threadContent';

const writer = (by = 'Ines', origin: unknown = null): ThreadWriter => ({
  by,
  at: '2027-02-01T10:30:00.000Z',
  origin,
});
const pairOf = (promise: string, kind: EndKind, end: string): ThreadPair => ({
  promise: { id: promise, words: `words of ${promise}`, section: 'solution', isImportant: false },
  end: { kind, id: end, words: `words of ${end}`, place: { part: 'experience', section: 'u1' } },
});
const anyPair = fc
  .tuple(fc.constantFrom('p1', 'p2'), fc.constantFrom(...endKinds), fc.constantFrom('a', 'b'))
  .map((names) => pairOf(...names));
const idOf = ({ promise, end }: ThreadPair) =>
  threadLinkId({ promise: promise.id, kind: end.kind, end: end.id });

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

describe('changes of the thread', () => {
  it('link twice as once, and stay with whoever linked first', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const doc = new Y.Doc();
        linkPromise(doc, pair, writer('Ines'));
        const once = readRecords(doc);
        linkPromise(doc, pair, writer('Jon'));
        expect(readRecords(doc)).toEqual(once);
        expect(once.links[idOf(pair)]).toMatchObject({ setBy: 'Ines', verdict: 'linked' });
      }),
    );
  });

  it('take a link back and leave what was there before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPair, { selector: idOf }), anyPair, (before, pair) => {
        const doc = new Y.Doc();
        for (const known of before) if (idOf(known) !== idOf(pair)) linkPromise(doc, known, writer());
        const { links } = readRecords(doc);
        linkPromise(doc, pair, writer());
        letGo(doc, idOf(pair), null);
        expect(readRecords(doc).links).toEqual(links);
      }),
    );
  });

  it('make one link of two that were made apart, and lose none', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 6 }), fc.array(anyPair, { maxLength: 6 }), (mine, yours) => {
        const a = new Y.Doc();
        const b = copyOf(a);
        for (const pair of mine) linkPromise(a, pair, writer('Ines'));
        for (const pair of yours) linkPromise(b, pair, writer('Jon'));
        merge(a, b);
        expect(readRecords(a)).toEqual(readRecords(b));
        expect(Object.keys(readRecords(a).links)).toEqual([...new Set([...mine, ...yours].map(idOf))].sort());
      }),
    );
  });

  it('are undone and redone one by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPair, { selector: idOf, minLength: 1 }), (pairs) => {
        const doc = new Y.Doc();
        const history = new Y.UndoManager([linksMap(doc), promisesMap(doc)]);
        const states = [readRecords(doc)];
        for (const pair of pairs) {
          history.stopCapturing();
          linkPromise(doc, pair, writer('Ines', history));
          states.push(readRecords(doc));
        }
        for (const state of states.slice(0, -1).reverse()) {
          history.undo();
          expect(readRecords(doc)).toEqual(state);
        }
        for (const state of states.slice(1)) {
          history.redo();
          expect(readRecords(doc)).toEqual(state);
        }
      }),
    );
  });
});

describe('what somebody said of a promise', () => {
  it('turns from a link into a refusal and back', () => {
    const doc = new Y.Doc();
    const pair = pairOf('p1', 'step', 's1');
    linkPromise(doc, pair, writer());
    refuseLink(doc, pair, writer('Jon'));
    expect(readRecords(doc).links[idOf(pair)]).toMatchObject({ verdict: 'refused', setBy: 'Jon' });
    linkPromise(doc, pair, writer());
    expect(readRecords(doc).links[idOf(pair)]?.verdict).toBe('linked');
  });

  it('keeps its newest words and who followed it first', () => {
    const doc = new Y.Doc();
    const { promise } = pairOf('p1', 'step', 's1');
    keepPromise(doc, promise, writer('Ines'));
    keepPromise(doc, { ...promise, words: 'w'.repeat(2000), isImportant: true }, writer('Jon'));
    const kept = readRecords(doc).promises.p1;
    expect(kept).toMatchObject({ words: 'w'.repeat(1000), isImportant: true, setBy: 'Ines' });
  });

  it('is forgotten with all that was said about it, and nothing else', () => {
    const doc = new Y.Doc();
    linkPromise(doc, pairOf('p1', 'step', 's1'), writer());
    refuseLink(doc, pairOf('p1', 'faq', 'q1'), writer());
    linkPromise(doc, pairOf('p2', 'step', 's1'), writer());
    linksMap(doc).set('from-another-time', { odd: true });
    forgetPromise(doc, 'p1', null);
    expect(Object.keys(readRecords(doc).links)).toEqual(['p2>step:s1']);
    expect(Object.keys(readRecords(doc).promises)).toEqual(['p2']);
    expect(linksMap(doc).has('from-another-time')).toBe(true);
  });

  it('can be read back as a chain', () => {
    const content = the.threadContent({
      release: [the.section('solution', the.paragraph(the.promised('film it', 'p1')))],
      experience: [the.story('u1', 'A day', the.step('s1', 'She films'))],
    });
    const doc = createNarrativeDoc(content);
    const { rows, ends } = readThread(content);
    const end = ends.byKey.get('step:s1');
    if (!rows[0] || !end) throw new Error('The content has both.');
    linkPromise(doc, { promise: rows[0].promise, end }, writer());
    const thread = readThread(readNarrativeDoc(doc));
    expect(thread.rows[0]?.chain.step.map(({ words }) => words)).toEqual(['She films']);
    expect(thread.rows[0]?.promise.record?.words).toBe('film it');
  });
});
