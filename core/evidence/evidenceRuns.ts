import { type MarkRun, markId, markRuns } from '../narrative/markRuns';
import type { RichNode } from '../narrative/richText';

/** The claims in a line's inline nodes, in order. */
export const evidenceRuns = (inlines: readonly RichNode<string>[]): MarkRun[] =>
  markRuns(inlines, 'evidence');

/** Id of the source card that a piece of text carries; null where it carries none. */
export const claimId = (node: RichNode<string>): string | null => markId(node, 'evidence');
