import { type MarkRun, markRuns } from '../narrative/markRuns';
import type { RichNode } from '../narrative/richText';

/** The promised stretches of a line's inline nodes, in order. */
export const promiseRuns = (inlines: readonly RichNode<string>[]): MarkRun[] => markRuns(inlines, 'promise');
