import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { emptyContent, type NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../../core/narrative/parts';
import type { RichDoc } from '../../../../core/narrative/richText';
import { narrativeSchema } from '../../../../core/narrative/schema';
import { compareContents } from '../../../../core/review/versions/compareContents';
import { compareText } from '../../../../core/review/versions/compareText';
import {
  type ComparedLine,
  type ComparedPart,
  type ComparedRun,
  comparisonSchema,
} from '../../../../core/review/versions/comparison';
import { textOf } from '../../../../core/review/versions/lineWords';
import { anyNarrative } from '../../export/narrativeArbitrary';
import { anyEdits, edited, said } from '../editsArbitrary';
import { paragraphs } from '../reviewArbitrary';

type Side = 'was' | 'now';
const otherSide = { was: 'now', now: 'was' } as const;
const goneOn = { was: 'inserted', now: 'deleted' } as const;
const elsewhere = { was: 'to', now: 'from' } as const;

const anyPair = fc
  .tuple(anyNarrative, fc.constantFrom(...partKeys), anyEdits)
  .map(([{ parts }, part, edits]) => ({ part, was: parts[part], now: edited(parts[part], edits) }));

/** The lines of one side, as the comparison has them. */
const sideOf = ({ lines }: ComparedPart, side: Side): ComparedLine[] =>
  lines.filter(
    ({ kind, moved, look }) => look !== 'details' && kind !== goneOn[side] && moved !== elsewhere[side],
  );

const wordsOf = (runs: readonly ComparedRun[], side: Side) =>
  runs.flatMap(({ kind, text }) => (kind === goneOn[side] ? [] : [text])).join('');

/** The words of a text, line by line. */
function linesOf(doc: RichDoc): string[] {
  const lines: string[] = [];
  const visit = (node: Node) => {
    if (node.isTextblock || node.isLeaf) lines.push(textOf(node));
    else node.children.forEach(visit);
  };
  visit(narrativeSchema.nodeFromJSON(doc));
  return lines;
}

const swapped = { same: 'same', changed: 'changed', inserted: 'deleted', deleted: 'inserted' } as const;
const swappedRun = { ...swapped, restyled: 'restyled' } as const;
const swappedRuns = (runs: readonly ComparedRun[]) => {
  const turned = runs.map(({ kind, text }) => ({ kind: swappedRun[kind], text }));
  // What was taken out stands before what was put in, from either side.
  return turned.sort((a, b) => {
    const [first, second] = [turned.indexOf(a), turned.indexOf(b)];
    const isNeighbour = Math.abs(first - second) === 1;
    return isNeighbour && a.kind !== 'same' && b.kind !== 'same' ? second - first : first - second;
  });
};

describe('the comparison of two versions', () => {
  test('holds every line of both, in order (seed 20261)', () => {
    fc.assert(
      fc.property(anyPair, ({ part, was, now }) => {
        const compared = compareText(part, was, now);
        if (said(was) === said(now)) expect(compared.changes).toBe(0);
        if (compared.changes === 0) {
          expect(linesOf(was)).toEqual(linesOf(now));
          return;
        }
        expect(sideOf(compared, 'was').map(({ runs }) => wordsOf(runs, 'was'))).toEqual(linesOf(was));
        expect(sideOf(compared, 'now').map(({ runs }) => wordsOf(runs, 'now'))).toEqual(linesOf(now));
      }),
      { numRuns: 50 },
    );
  });

  test('read the other way round has what was put in as taken out, and nothing else (seed 20261)', () => {
    fc.assert(
      fc.property(anyPair, ({ part, was, now }) => {
        const [there, back] = [compareText(part, was, now), compareText(part, now, was)];
        expect(back.changes).toBe(there.changes);
        for (const side of ['was', 'now'] as const) {
          const turned = sideOf(there, side).map(({ kind, runs }) => ({
            kind: swapped[kind],
            runs: swappedRuns(runs),
          }));
          expect(sideOf(back, otherSide[side]).map(({ kind, runs }) => ({ kind, runs }))).toEqual(turned);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of whole narratives is sound, counts what it tells, and is empty for the same (seed 20261)', () => {
    fc.assert(
      fc.property(anyNarrative, anyNarrative, (was, now) => {
        const compared = compareContents(was, now);
        expect(comparisonSchema.parse(compared)).toEqual(compared);
        const counted = compared.parts.map(({ lines }) => new Set(lines.map(({ change }) => change)).size);
        for (const [index, { changes, lines }] of compared.parts.entries())
          expect(counted[index]).toBe(changes + (lines.some(({ change }) => change === 0) ? 1 : 0));
        expect(compareContents(now, structuredClone(now))).toEqual({ changes: 0, parts: [], records: [] });
      }),
      { numRuns: 20 },
    );
  });
});

/** Each line as marked words: what went in brackets, what came in braces. */
const drawn = (was: RichDoc, now: RichDoc): string[] =>
  compareText('plan', was, now).lines.map(({ kind, moved, runs }) => {
    const signs = {
      same: ['', ''],
      deleted: ['[', ']'],
      inserted: ['{', '}'],
      restyled: ['~', '~'],
    } as const;
    const words = runs.map((run) => signs[run.kind][0] + run.text + signs[run.kind][1]).join('');
    return `${moved ?? kind}: ${words}`;
  });

describe('changed lines', () => {
  test('show the words that changed and no others', () => {
    expect(drawn(paragraphs('It costs £30 a visit.'), paragraphs('It costs £35 a visit, or less.'))).toEqual([
      'changed: It costs £[30]{35} a visit{, or less}.',
    ]);
  });

  test('that stand elsewhere by now have moved, also with a few other words', () => {
    const long = 'Nobody in Leeds wants to wait a week for a part that costs two pounds.';
    const was = paragraphs(long, 'One.', 'Two.');
    expect(drawn(was, paragraphs('One.', 'Two.', long))).toEqual([
      `from: ${long}`,
      'same: One.',
      'same: Two.',
      `to: ${long}`,
    ]);
    expect(drawn(was, paragraphs('One.', 'Two.', long.replace('two', 'three'))).at(-1)).toBe(
      'to: Nobody in Leeds wants to wait a week for a part that costs [two]{three} pounds.',
    );
    expect(drawn(paragraphs('Yes.', 'One.', 'Two.'), paragraphs('One.', 'Two.', 'Yes.'))).toContain(
      'deleted: [Yes.]',
    );
  });

  test('that only look different say so, and so do notes on a question', () => {
    const bold: RichDoc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Now', marks: [{ type: 'bold' }] }] }],
    };
    expect(drawn(paragraphs('Now'), bold)).toEqual(['changed: ~Now~']);
    const asked = (owner: string): RichDoc => ({
      type: 'doc',
      content: [
        {
          type: 'faqItem',
          attrs: { id: 'q1', owner },
          content: [{ type: 'faqQuestion', content: [{ type: 'text', text: 'Who pays?' }] }],
        },
      ],
    });
    const { lines } = compareText('internalFaq', asked('Ines'), asked('Tom'));
    expect(lines[0]).toMatchObject({
      look: 'details',
      place: 'Who pays?',
      runs: [
        { kind: 'deleted', text: 'State: open · Owner: Ines' },
        { kind: 'inserted', text: 'State: open · Owner: Tom' },
      ],
    });
  });

  test('of what stands beside the texts are named', () => {
    const was: NarrativeContent = { ...emptyContent(), states: { release: 'ready' } };
    const fact = { label: 'Price', value: '£30', confirmedAt: '2027-03-01T10:00:00.000Z', confirmedBy: '' };
    const now: NarrativeContent = { ...emptyContent(), facts: { price: { key: 'price', ...fact } } };
    expect(compareContents(was, now).records).toEqual([
      { what: 'Confirmed value', name: 'Price', kind: 'added' },
      { what: 'State of a part', name: 'Press release', kind: 'removed' },
    ]);
  });
});
