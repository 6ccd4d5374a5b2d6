import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRecords, storyboardsMap } from '../../../core/narrative/recordMaps';
import type { Storyboard } from '../../../core/screens/storyboard';
import {
  forgetStoryboard,
  keepStoryboard,
  moveItem,
  toStoryboard,
} from '../../../core/screens/storyboardChanges';

const board: Storyboard = {
  useCase: 'story',
  frames: [{ id: 'f1', beat: 'need', caption: 'Rain', step: '', screen: '' }],
};

test('what is kept is read again, and nothing that only the text says', () => {
  const doc = new Y.Doc();
  const told = board.frames.map((frame) => ({ ...frame, words: 'From the text', image: null, snippets: [] }));
  keepStoryboard(doc, toStoryboard('story', told));
  expect(readRecords(doc).storyboards).toEqual({ story: board });
});

test('an arrangement can be let go, and undo brings it back in one step', () => {
  const doc = new Y.Doc();
  const history = new Y.UndoManager(storyboardsMap(doc), { captureTimeout: 0 });
  history.trackedOrigins.add(history);
  keepStoryboard(doc, board, history);
  forgetStoryboard(doc, 'story', history);
  expect(readRecords(doc).storyboards).toEqual({});
  history.undo();
  expect(readRecords(doc).storyboards).toEqual({ story: board });
  history.undo();
  expect(readRecords(doc).storyboards).toEqual({});
});

test('moving an item loses none and can be taken back', () => {
  const place = fc.integer({ min: -1, max: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 6 }), place, place, (list, from, to) => {
      const moved = moveItem(list, from, to);
      expect(moved.toSorted()).toEqual(list.toSorted());
      if (list[from] !== undefined && list[to] !== undefined) expect(moved[to]).toBe(list[from]);
      expect(moveItem(moved, to, from)).toEqual(list);
    }),
  );
});
