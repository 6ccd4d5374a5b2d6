import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import {
  createNarrativeDoc,
  emptyContent,
  partFragment,
  readPart,
} from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import type { RichDoc } from '../../../core/narrative/richText';
import { readSuggestions } from '../../../core/review/readSuggestions';
import type { ReviewRecord, ReviewRecordOf } from '../../../core/review/reviewRecord';
import { copyWithChanges } from '../../../core/review/suggesting/copyWithChanges';
import { reviseSuggestions } from '../../../core/review/suggesting/reviseSuggestions';
import { anyNarrative } from '../export/narrativeArbitrary';
import { anyEdits, edited, said } from './editsArbitrary';
import { paragraphs } from './reviewArbitrary';

type Suggestion = ReviewRecordOf<'suggestion'>;

const anyPart = fc
  .tuple(anyNarrative, fc.constantFrom(...partKeys))
  .map(([{ parts }, part]) => ({ part, was: parts[part] }));

const head = { at: '2026-11-01T09:00:00.000Z', by: 'Tom', origin: { kind: 'here' as const, file: '' } };

/** Somebody who suggests in a copy of one part, and goes on at another time with what was recorded. */
class Reviewer {
  readonly doc: Y.Doc;
  readonly records: ReviewRecord[] = [];
  #carried: Suggestion[] = [];
  #count = 0;

  constructor(
    readonly part: PartKey,
    was: RichDoc,
  ) {
    const content = emptyContent();
    content.parts[part] = was;
    this.doc = createNarrativeDoc(content);
  }

  /** The copy as it would be opened now. */
  copy(): RichDoc {
    const { doc, carried } = copyWithChanges(this.doc, this.open());
    this.#carried = carried;
    return readPart(doc, this.part);
  }

  open(): Suggestion[] {
    return readSuggestions(this.records, {}).flatMap(({ state, record }) =>
      state === 'open' ? [record] : [],
    );
  }

  write(copy: RichDoc): void {
    const revised = reviseSuggestions({
      part: this.part,
      base: partFragment(this.doc, this.part),
      copy,
      carried: this.#carried,
      record: (suggested) => ({ ...head, ...suggested, kind: 'suggestion', id: this.#id() }),
    });
    const gone = revised.gone.map(({ id }) => id);
    if (gone.length > 0)
      this.records.push({ ...head, kind: 'withdrawal', id: this.#id(), suggestions: gone });
    this.records.push(...revised.added);
    this.#carried = revised.placed.map(({ suggestion }) => suggestion);
  }

  /** In the order they were made in, as records of one moment are read. */
  #id(): string {
    this.#count += 1;
    return String(this.#count).padStart(6, '0');
  }
}

describe('what somebody suggests in a copy', () => {
  test('is all in the records: a copy made of them again says the same', () => {
    fc.assert(
      fc.property(anyPart, anyEdits, anyEdits, ({ part, was }, first, second) => {
        const reviewer = new Reviewer(part, was);
        const once = edited(reviewer.copy(), first);
        reviewer.write(once);
        const again = edited(once, second);
        reviewer.write(again);
        expect(said(reviewer.copy())).toBe(said(again));
        expect(said(readPart(reviewer.doc, part))).toBe(said(was));
      }),
      { numRuns: 15 },
    );
  });

  test('keeps its record while it says the same, and is withdrawn when it is taken back', () => {
    const was = paragraphs('It costs £30.', 'It ends.');
    const reviewer = new Reviewer('plan', was);
    reviewer.copy();
    reviewer.write(paragraphs('It costs £35.', 'It ends.'));
    const [price] = reviewer.open();
    reviewer.write(paragraphs('It costs £35.', 'It never ends.'));
    expect(reviewer.open().map(({ change }) => change.kind)).toEqual(['words', 'words']);
    expect(reviewer.open()[0]).toEqual(price);
    reviewer.write(paragraphs('It costs £30.', 'It never ends.'));
    expect(reviewer.open()).toHaveLength(1);
    reviewer.write(was);
    expect(reviewer.open()).toEqual([]);
  });

  test('is not taken back by a record that somebody else signed', () => {
    const reviewer = new Reviewer('plan', paragraphs('It costs £30.'));
    reviewer.copy();
    reviewer.write(paragraphs('It costs £35.'));
    const suggestions = reviewer.open().map(({ id }) => id);
    const forged = { ...head, kind: 'withdrawal', id: 'x', suggestions } as const;
    const packet = { ...forged, origin: { kind: 'packet', file: 'a.json', packet: 'p1' } } as const;
    const all = [...reviewer.records, { ...forged, by: 'Ines', suggestions: [...suggestions] }, packet];
    expect(readSuggestions(all, {}).map(({ state }) => state)).toEqual(['open']);
  });
});
