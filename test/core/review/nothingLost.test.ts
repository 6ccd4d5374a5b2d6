import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  partFragment,
  readNarrativeDoc,
  readPart,
} from '../../../core/narrative/narrativeDoc';
import type { RichDoc } from '../../../core/narrative/richText';
import { compareParts } from '../../../core/review/compareParts';
import { createAnchor } from '../../../core/review/createAnchor';
import { decideSuggestions } from '../../../core/review/decideSuggestions';
import { mergeRecords } from '../../../core/review/mergeRecords';
import { placeAnchor } from '../../../core/review/placeAnchor';
import { readPartText } from '../../../core/review/readPartText';
import { readSuggestions } from '../../../core/review/readSuggestions';
import { readThreads } from '../../../core/review/readThreads';
import type { ReviewRecord, ReviewRecords } from '../../../core/review/reviewRecord';
import { copyWithChanges } from '../../../core/review/suggesting/copyWithChanges';
import { anyEdits, edited } from './editsArbitrary';
import { paragraphs, rewrite } from './reviewArbitrary';

const acts = [
  ...(['edit', 'edit', 'edit', 'undo', 'redo', 'restore', 'comment', 'suggest', 'suggest'] as const),
  ...(['reply', 'accept', 'reject', 'resolve', 'merge'] as const),
];
const anyActs = fc.array(fc.record({ kind: fc.constantFrom(...acts), at: fc.nat(10_000), edits: anyEdits }), {
  minLength: 500,
  maxLength: 500,
});
type Act = typeof anyActs extends fc.Arbitrary<(infer T)[]> ? T : never;

/** A narrative that is written, reviewed, taken back and merged, and everything that was ever said about it. */
class Desk {
  readonly doc: Y.Doc;
  readonly fragment: Y.XmlFragment;
  readonly history: Y.UndoManager;
  readonly said = new Set<string>();
  records: ReviewRecords = {};
  readonly #versions: RichDoc[] = [];

  constructor() {
    const content = emptyContent();
    content.parts.plan = paragraphs(
      'Ines pays nothing.',
      'The charge is £30.',
      '',
      'It ends there.',
      'Tom waits.',
    );
    this.doc = createNarrativeDoc(content);
    this.fragment = partFragment(this.doc, 'plan');
    this.history = new Y.UndoManager(this.fragment, { trackedOrigins: new Set([null]), captureTimeout: 0 });
  }

  do({ kind, at, edits }: Act): void {
    const now = readPart(this.doc, 'plan');
    this.#versions.push(now);
    if (kind === 'edit') rewrite(this.fragment, edited(now, edits));
    if (kind === 'undo') this.history.undo();
    if (kind === 'redo') this.history.redo();
    if (kind === 'restore') rewrite(this.fragment, pick(this.#versions, at) ?? now);
    if (kind === 'accept' || kind === 'reject') this.#decide(kind, at);
    if (kind === 'merge') this.#merge(at);
    for (const record of this.#recordsOf({ kind, at, edits }, now)) {
      this.said.add(record.id);
      this.records = mergeRecords(this.records, { [record.id]: record });
    }
  }

  #recordsOf({ kind, at, edits }: Act, now: RichDoc): ReviewRecord[] {
    const id = `record-${this.said.size}`;
    const head = { id, at: moment(this.said.size), by: 'Ines', origin: { kind: 'here' as const, file: '' } };
    const thread = pick([...this.said], at) ?? 'unknown';
    if (kind === 'comment') {
      const text = readPartText(this.fragment);
      const line = pick(text.lines, at) ?? { from: 0, length: 0 };
      const anchor = createAnchor(text, 'plan', { from: line.from, to: line.from + line.length });
      return [{ ...head, kind: 'comment', anchor, text: 'Why?' }];
    }
    if (kind === 'reply') return [{ ...head, kind: 'reply', thread, text: 'Because.' }];
    if (kind === 'resolve') return [{ ...head, kind: 'resolution', thread, isResolved: at % 2 === 0 }];
    if (kind !== 'suggest') return [];
    return compareParts('plan', this.fragment, edited(now, edits.slice(0, 1))).map(
      ({ anchor, change }, index): ReviewRecord => ({
        ...{ ...head, kind: 'suggestion', id: `record-${this.said.size + index}` },
        ...{ anchor, change },
      }),
    );
  }

  #decide(kind: 'accept' | 'reject', at: number): void {
    const { decisions } = readNarrativeDoc(this.doc);
    const open = readSuggestions(Object.values(this.records), decisions).filter(
      ({ state }) => state === 'open',
    );
    const one = pick(open, at);
    if (!one) return;
    const decision = { verdict: `${kind}ed` as const, by: 'Tom', at: moment(0) };
    decideSuggestions(this.doc, [one.record], { decision, history: this.history });
  }

  /** Somebody else's copy, in which suggestions were carried out, comes back with its records, in any order. */
  #merge(at: number): void {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(this.doc));
    partFragment(other, 'plan').insert(0, [new Y.XmlElement('paragraph')]);
    const some = Object.fromEntries(
      Object.entries(this.records).filter((_entry, index) => index % 3 !== at % 3),
    );
    const [a, b] = at % 2 === 0 ? [this.records, some] : [some, this.records];
    this.records = mergeRecords(a, b);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other));
  }
}

const moment = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 1000).toISOString();
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

test('500 edits, moves, undos, restores, decisions and merges lose no thread, no suggestion and no answer', () => {
  fc.assert(
    fc.property(anyActs, (given) => {
      const desk = new Desk();
      for (const act of given) desk.do(act);
      const all = Object.values(desk.records);
      expect(new Set(all.map(({ id }) => id))).toEqual(desk.said);
      const threads = readThreads(all);
      const suggestions = readSuggestions(all, readNarrativeDoc(desk.doc).decisions);
      const told = [
        ...threads.flatMap(({ messages }) => messages.map(({ id }) => id)),
        ...suggestions.flatMap(({ record, replies }) => [record.id, ...replies.map(({ id }) => id)]),
      ];
      const messages = all.filter(({ kind }) => kind !== 'resolution').map(({ id }) => id);
      expect(told.toSorted()).toEqual(messages.toSorted());
      // Each has its place in the text, or its quote on deleted text; what is open either fits or is told.
      const text = readPartText(desk.fragment);
      for (const { anchor } of threads)
        if (anchor) expect(['exact', 'found', 'orphan']).toContain(placeAnchor(text, anchor).state);
      const open = suggestions.filter(({ state }) => state === 'open').map(({ record }) => record);
      const before = readPart(desk.doc, 'plan');
      expect(copyWithChanges(desk.doc, open).carried.length).toBeLessThanOrEqual(open.length);
      expect(readPart(desk.doc, 'plan')).toEqual(before);
    }),
    { numRuns: 2 },
  );
}, 60_000);
