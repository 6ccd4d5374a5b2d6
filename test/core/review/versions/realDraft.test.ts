import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readMarkdown } from '../../../../core/import/readText';
import { createNarrativeDoc, partFragment, readNarrativeDoc } from '../../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../../core/narrative/parts';
import type { Anchor } from '../../../../core/review/anchor';
import { createAnchor } from '../../../../core/review/createAnchor';
import { positionAt } from '../../../../core/review/partText';
import { placeAnchor } from '../../../../core/review/placeAnchor';
import { readPartText } from '../../../../core/review/readPartText';
import { compareContents } from '../../../../core/review/versions/compareContents';
import { restoreContent } from '../../../../core/review/versions/restoreContent';

const root = join(import.meta.dirname, '../../../..');
const folder = join(root, '../shared/corpus/prfaq');
const fileOf = (name: string) => join(folder, `siddarth_silent-stepdown_press-release-${name}.md`);
const isThere = existsSync(fileOf('DRAFT1')) && existsSync(fileOf('FINAL'));

const read = (name: string) => {
  const { content } = readMarkdown(readFileSync(fileOf(name), 'utf8'));
  return readNarrativeDoc(createNarrativeDoc(structuredClone(content)));
};

/** A remark on every sentence of every part, and on every group of four words. */
function remarksOn(doc: Y.Doc): Anchor[] {
  return partKeys.flatMap((part) => {
    const text = readPartText(partFragment(doc, part));
    const found = [/[^\n.!?\ufffc]{12,}[.!?]/gu, /[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){3}/gu].flatMap(
      (words) => [...text.text.matchAll(words)],
    );
    return found.map(({ 0: words, index }) =>
      createAnchor(text, part, {
        from: positionAt(text, index),
        to: positionAt(text, index + words.length),
      }),
    );
  });
}

function carry(doc: Y.Doc, anchors: readonly Anchor[]) {
  const texts = new Map<PartKey, ReturnType<typeof readPartText>>();
  const textOf = (part: PartKey) => {
    const text = texts.get(part) ?? readPartText(partFragment(doc, part));
    texts.set(part, text);
    return text;
  };
  const counts = { exact: 0, found: 0, orphan: 0 };
  for (const anchor of anchors) {
    const text = textOf(anchor.part);
    const { state } = placeAnchor(text, anchor);
    counts[state] += 1;
    // None is given up whose words are there.
    if (state === 'orphan') expect(text.text).not.toContain(anchor.quote);
  }
  expect(counts.exact + counts.found + counts.orphan).toBe(anchors.length);
  return counts;
}

describe.skipIf(!isThere)(
  'a real draft and its revision (skipped where ../shared/corpus/prfaq is absent)',
  () => {
    const page = () => readFileSync(join(root, 'docs/review.md'), 'utf8');

    test('are compared as the page about reviews says', () => {
      const { parts, changes } = compareContents(read('DRAFT1'), read('FINAL'));
      const lines = parts.flatMap((part) => part.lines);
      const count = (isWanted: (line: (typeof lines)[number]) => boolean) =>
        new Set(lines.filter(isWanted).map(({ change }) => change)).size;
      const row = [
        changes,
        count(({ kind, moved }) => kind === 'changed' && !moved),
        count(({ kind }) => kind === 'inserted'),
        count(({ kind }) => kind === 'deleted'),
        count(({ moved }) => moved === 'to'),
        lines.filter(({ kind, moved }) => kind === 'same' && !moved).length,
      ];
      expect(page()).toContain(`| ${row.join(' | ')} |`);
    });

    test('keep every remark on the draft: in its place, found again, or with its quote, as the page says', () => {
      const doc = createNarrativeDoc(read('DRAFT1'));
      const anchors = remarksOn(doc);
      restoreContent(doc, read('FINAL'), new Y.UndoManager(partFragment(doc, 'plan')));
      const byCharacters = carry(doc, anchors);
      const byWords = carry(
        doc,
        anchors.map((anchor) => ({ ...anchor, from: null, to: null })),
      );
      const rowOf = (how: string, { exact, found, orphan }: typeof byWords) =>
        `| ${how} | ${anchors.length} | ${exact} | ${found} | ${orphan} | 0 |`;
      expect(page()).toContain(rowOf('written into the narrative', byCharacters));
      expect(page()).toContain(rowOf('known by their words alone', byWords));
    });
  },
);
