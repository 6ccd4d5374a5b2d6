import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import type { ReadingNode } from '../reading/readingNode';
import { markSpans, type PartMarks } from './markSpans';

/** A review as it is drawn into an export: marks on words, and threads that are about whole parts. */
export interface DrawnReview {
  marks: Partial<Record<PartKey, PartMarks>>;
  /** Ids of threads about a part as a whole, and of those whose words are not found in it any more. */
  remarks: Partial<Record<PartKey, readonly string[]>>;
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
