import type { NarrativeSummary } from '../api/shapes';
import { readPartReviews } from '../review/signOff/readPartReviews';
import { signingRecords } from '../review/signOff/signingRecords';
import type { NarrativeMeta } from './meta';
import type { NarrativeContent } from './narrativeDoc';
import { countFaq, countNarrativeWords, narrativeHeading, type PartState, partState } from './partState';
import { type PartKey, partKeys } from './parts';
import { sectionText } from './plainText';

interface SummarySource {
  content: NarrativeContent;
  meta: NarrativeMeta;
  review: Readonly<Record<string, unknown>>;
}

/** One line of the library for a narrative; depends on nothing but what its file holds. */
export function summarise({ content, meta, review }: SummarySource): NarrativeSummary {
  const states = partKeys.map((key) => [key, partState(content, key)] as const);
  const reviews = Object.values(readPartReviews(signingRecords(review), content));
  return {
    meta,
    heading: narrativeHeading(content, meta.name),
    dateline: sectionText(content.parts.release, 'dateline'),
    states: Object.fromEntries(states) as Record<PartKey, PartState>,
    words: countNarrativeWords(content),
    changedSinceReview: reviews.filter(({ isChangedSinceReview }) => isChangedSinceReview).length,
    openQuestions: unanswered(content, 'customerFaq') + unanswered(content, 'internalFaq'),
  };
}

/** A blocked question is still without an answer, so it counts as open. */
function unanswered(content: NarrativeContent, part: 'customerFaq' | 'internalFaq'): number {
  const counts = countFaq(content.parts[part]);
  return counts.open + counts.blocked;
}
