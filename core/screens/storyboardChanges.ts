import type * as Y from 'yjs';
import { storyboardsMap } from '../narrative/recordMaps';
import type { Storyboard, StoryFrame } from './storyboard';

/** The frames as a storyboard that can be kept, with nothing that only the text says. */
export function toStoryboard(useCase: string, frames: readonly StoryFrame[]): Storyboard {
  return {
    useCase,
    frames: frames.map(({ id, beat, caption, step, screen }) => ({ id, beat, caption, step, screen })),
  };
}

/** The list with the item at `from` put at `to`; the same list when either is not in it. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Keeps how somebody arranged a use case. */
export function keepStoryboard(doc: Y.Doc, board: Storyboard, origin?: unknown): void {
  doc.transact(() => storyboardsMap(doc).set(board.useCase, board), origin);
}

/** Forgets an arrangement, so that the frames follow the text of the use case again. */
export function forgetStoryboard(doc: Y.Doc, useCase: string, origin?: unknown): void {
  doc.transact(() => storyboardsMap(doc).delete(useCase), origin);
}
