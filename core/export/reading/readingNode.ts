import type { MarkName, RichMark, RichNode } from '../../narrative/richText';

/**
 * Marks that only exports know: words that a thread of remarks is about, words that a suggestion puts in, and words
 * that one takes out. They are drawn from review records when an export is made and are never stored, so that every
 * exporter has to say what it does with them.
 */
export const reviewMarkNames = ['remark', 'inserted', 'deleted'] as const;
export type ReviewMarkName = (typeof reviewMarkNames)[number];

/** A mark of the narrative or of its review; what a review mark's `attrs` hold is said by `ReviewMark`. */
export type ReadingMark = RichMark<MarkName | ReviewMarkName>;

/** Text as it is exported. */
export type ReadingNode = RichNode<MarkName | ReviewMarkName>;

/** Who suggested a change, and when. */
export interface Revision {
  kind: 'inserted' | 'deleted';
  /** Id of the suggestion. */
  id: string;
  by: string;
  at: string;
}

/** A mark of review as it is put on text; `id` is that of the thread or suggestion. */
export type ReviewMark =
  | { type: 'remark'; attrs: { id: string } }
  | { type: Revision['kind']; attrs: { id: string; by: string; at: string } };

/** Ids of the threads that are about this text. */
export function remarkIds(node: ReadingNode): string[] {
  return (node.marks ?? []).flatMap(({ type, attrs }) => (type === 'remark' ? [String(attrs?.id)] : []));
}

/** The suggestion that would put this text in or take it out; null for text that stays as it is. */
export function revisionOf(node: ReadingNode): Revision | null {
  const mark = node.marks?.find(({ type }) => type === 'inserted' || type === 'deleted');
  if (mark?.type !== 'inserted' && mark?.type !== 'deleted') return null;
  const { id, by, at } = mark.attrs ?? {};
  return { kind: mark.type, id: String(id), by: String(by), at: String(at) };
}
