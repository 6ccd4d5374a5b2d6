import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type MarkRange, markRangeAt, markRanges } from '../markRanges';

/** Neighbouring words of one line that carry the same claim, and where the tag behind them stands. */
export type ClaimRange = MarkRange;

/** Claims of a document in order. Nodes that did not change are not read again. */
export const claimRanges = (doc: ProseMirrorNode): ClaimRange[] => markRanges(doc, 'evidence');

/** The claim that the caret stands in, or that the selection touches. */
export const claimAt = (doc: ProseMirrorNode, from: number, to: number): ClaimRange | null =>
  markRangeAt(doc, 'evidence', { from, to });
