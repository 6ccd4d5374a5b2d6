import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partKeys } from '../../../core/narrative/parts';
import { emptyManual } from '../../../core/narrative/partTemplate';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { applyChange } from '../../../core/review/applyChange';
import { compareParts } from '../../../core/review/compareParts';
import { createAnchor } from '../../../core/review/createAnchor';
import { readDocText } from '../../../core/review/readPartText';
import { anyNarrative, oddNarrative } from '../export/narrativeArbitrary';
import { anyEdits, edited, said } from './editsArbitrary';
import { paragraphs } from './reviewArbitrary';

const anyPart = fc
  .tuple(anyNarrative, fc.constantFrom(...partKeys))
  .map(([{ parts }, key]) => ({ key, doc: parts[key] }));

/** Every change carried out where it was found, the last one first, so that positions hold. */
function rebuild(was: RichDoc, changes: ReturnType<typeof compareParts>): RichDoc | string {
  return changes.reduceRight<RichDoc | string>((doc, { anchor, change, at }) => {
    if (typeof doc === 'string') return doc;
    const applied = applyChange(doc, { anchor, change }, { state: 'exact', ...at });
    return applied === 'conflict' ? `conflict: ${JSON.stringify({ change, at, doc })}` : applied;
  }, was);
}

const expectRebuilt = (was: RichDoc, now: RichDoc, changes: ReturnType<typeof compareParts>) => {
  const rebuilt = rebuild(was, changes);
  expect(typeof rebuilt === 'string' ? rebuilt : said(rebuilt)).toBe(said(now));
};

describe('comparing two texts of a part', () => {
  test('finds nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyPart, ({ key, doc }) => {
        expect(compareParts(key, doc, structuredClone(doc))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('finds all that was edited: carried out, the changes give the edited text', () => {
    fc.assert(
      fc.property(anyPart, anyEdits, ({ key, doc }, edits) => {
        const now = edited(doc, edits);
        const changes = compareParts(key, doc, now);
        expect(changes.length > 0).toBe(said(doc) !== said(now));
        expectRebuilt(doc, now, changes);
      }),
      { numRuns: 60 },
    );
  });

  test('finds its way between any two texts', () => {
    fc.assert(
      fc.property(oddNarrative, oddNarrative, fc.constantFrom(...partKeys), (one, other, key) => {
        if (key === 'release' || key === 'manuals') return;
        expectRebuilt(one.parts[key], other.parts[key], compareParts(key, one.parts[key], other.parts[key]));
      }),
      { numRuns: 25 },
    );
  });
});

/** The changes between two texts as a reader would tell them. */
function told(was: RichDoc, now: RichDoc): string[] {
  const words = (nodes: readonly RichNode[]) =>
    nodes
      .map(
        (node) =>
          JSON.stringify(node)
            .match(/(?<="text":")[^"]*/g)
            ?.join('') ?? '',
      )
      .join('|');
  return compareParts('plan', was, now).map(({ change, anchor }) => {
    if (change.kind === 'insert') return `${change.side} “${anchor.quote}”: +${words(change.now)}`;
    const put = 'now' in change ? words(change.now) : '';
    return `${change.kind}: ${words(change.was)} → ${put}`;
  });
}

describe('the changes', () => {
  test.each([
    ['one word', ['The quick fox jumps.'], ['The slow fox jumps.'], ['words: quick → slow']],
    ['words put in', ['The fox jumps.'], ['The small red fox jumps.'], ['words:  → small red ']],
    ['words taken out', ['The small red fox jumps.'], ['The fox jumps.'], ['words: small red  → ']],
    [
      'two places',
      ['The quick brown fox jumps over it.'],
      ['A quick brown fox leaps over it.'],
      ['words: The → A', 'words: jumps → leaps'],
    ],
    ['neighbours', ['Ines pays nothing now.'], ['Tom owes nothing now.'], ['words: Ines pays → Tom owes']],
    [
      'a new line',
      ['One here.', 'Three here.'],
      ['One here.', 'Two now.', 'Three here.'],
      ['after “One here.”: +Two now.'],
    ],
    [
      'a first line',
      ['One here.'],
      ['Zero there, then.', 'One here.'],
      ['before “One here.”: +Zero there, then.'],
    ],
    ['a line less', ['One here.', 'Two.', 'Three here.'], ['One here.', 'Three here.'], ['delete: Two. → ']],
    ['a sign', ['It costs £30.'], ['It costs £35.'], ['words: 30 → 35']],
  ])('are told as few and in whole words: %s', (_what, was, ...[now, changes]) => {
    expect(told(paragraphs(...was), paragraphs(...now))).toEqual(changes);
  });

  test('put a line in together with its neighbour where neither neighbour keeps its line', () => {
    const item = (id: string, answer: RichNode[]): RichNode => ({
      type: 'faqItem',
      attrs: { id },
      content: [{ type: 'faqQuestion' }, ...answer],
    });
    const line = (type: 'paragraph' | 'heading', words: string): RichNode => ({
      type,
      ...(type === 'heading' ? { attrs: { level: 2 } } : {}),
      content: [{ type: 'text', text: words }],
    });
    const was: RichDoc = { type: 'doc', content: [item('why', [line('paragraph', 'Because.')])] };
    const now: RichDoc = {
      type: 'doc',
      content: [item('why', [line('heading', 'Because.')]), line('paragraph', 'More.')],
    };
    expect(told(was, now)).toEqual(['replace: Because. → Because.|More.']);
    expectRebuilt(was, now, compareParts('plan', was, now));
  });

  test('take a whole manual away with its fixed sections, and never one of them alone', () => {
    const manuals: RichDoc = {
      type: 'doc',
      content: [emptyManual('one', 'Ines'), emptyManual('two', 'Tom')],
    };
    const one: RichDoc = { type: 'doc', content: (manuals.content ?? []).slice(1) };
    const changes = compareParts('manuals', manuals, one);
    expect(changes.map(({ change }) => change.kind)).toEqual(['delete']);
    expectRebuilt(manuals, one, changes);
    const [section] = manuals.content?.[0]?.content?.slice(1) ?? [];
    const anchor = createAnchor(readDocText(manuals), 'manuals', { from: 8, to: 8 });
    const change = { kind: 'delete', was: section ? [section] : [] } as const;
    expect(applyChange(manuals, { anchor, change: { ...change, was: [...change.was] } })).toBe('conflict');
  });
});
