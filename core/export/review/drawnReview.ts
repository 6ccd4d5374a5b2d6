import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import { mapBlocks } from '../reading/mapBlocks';
import type { ReadingBlock, ReadingPart } from '../reading/readingBlock';
import { type ReadingNode, remarkIds } from '../reading/readingNode';
import { markSpans, type PartMarks } from './markSpans';

/** One thing that was said, as exports print it. */
export interface DrawnMessage {
  /** Id of its record. */
  id: string;
  by: string;
  at: string;
  text: string;
}

/** What was said about one place. */
export interface DrawnThread {
  id: string;
  /** Null where only replies arrived, whose place is not known. */
  part: PartKey | null;
  /** The remark first, then its replies. */
  messages: readonly DrawnMessage[];
  isResolved: boolean;
  /** The words it was put on, where they are not found in the text any more; '' where they are. */
  lostQuote: string;
}

/** A review as it is drawn into an export: its threads, and the marks that lead to them from the text. */
export interface DrawnReview {
  /** By id, oldest first. */
  threads: ReadonlyMap<string, DrawnThread>;
  marks: Partial<Record<PartKey, PartMarks>>;
}

/** The texts of a narrative with a review drawn into them; without one, as they are. */
export function drawInto(
  { parts }: Pick<NarrativeContent, 'parts'>,
  review: DrawnReview | undefined,
): Record<PartKey, ReadingNode> {
  const texts: Record<PartKey, ReadingNode> = { ...parts };
  for (const key of partKeys) {
    const marks = review?.marks[key];
    if (marks) texts[key] = markSpans(parts[key], marks);
  }
  return texts;
}

/**
 * The parts with every thread in them: one that nothing shown leads to is about its part as a whole. Threads of
 * parts that are not there are `left`.
 */
export function withAllThreads(
  parts: readonly ReadingPart[],
  review: DrawnReview,
): { parts: ReadingPart[]; left: DrawnThread[] } {
  const shown = new Set(remarkEnds(parts).keys());
  const others = [...review.threads.values()].filter(({ id }) => !shown.has(id));
  const first = parts.find(({ key }) => partKeys.some((one) => one === key))?.key;
  const placeOf = (thread: DrawnThread) => thread.part ?? first;
  return {
    parts: parts.map((part) => ({
      ...part,
      remarks: others.filter((thread) => placeOf(thread) === part.key).map(({ id }) => id),
    })),
    left: others.filter((thread) => !parts.some(({ key }) => key === placeOf(thread))),
  };
}

/** A piece of text, or a block that has none. */
type Remarked = ReadingNode | ReadingBlock;

/** Where each thread begins and ends in the text, by its id and in reading order. */
export function remarkEnds(parts: readonly ReadingPart[]): Map<string, { first: Remarked; last: Remarked }> {
  const ends = new Map<string, { first: Remarked; last: Remarked }>();
  const note = (place: Remarked, ids: readonly string[]) => {
    for (const id of ids) ends.set(id, { first: ends.get(id)?.first ?? place, last: place });
  };
  const inlines = (nodes: ReadingNode[]) => {
    for (const node of nodes) note(node, remarkIds(node));
    return nodes;
  };
  const visit = (block: ReadingBlock) => {
    if ('remarks' in block) note(block, block.remarks);
  };
  for (const { blocks } of parts) mapBlocks(blocks, { inlines, visit });
  return ends;
}
