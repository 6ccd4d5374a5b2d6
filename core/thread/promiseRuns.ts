import { type MarkRun, markId, markRuns } from '../narrative/markRuns';
import type { RichNode } from '../narrative/richText';

/** The promised stretches of a line's inline nodes, in order. */
export const promiseRuns = (inlines: readonly RichNode[]): MarkRun[] => markRuns(inlines, 'promise');

/** Id of the promise that a piece of text carries; null where it carries none. */
export const promiseId = (node: RichNode): string | null => markId(node, 'promise');
