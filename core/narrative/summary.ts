import type { NarrativeSummary } from '../api/shapes';
import type { NarrativeMeta } from './meta';
import type { NarrativeContent } from './narrativeDoc';
import { countFaq, countNarrativeWords, narrativeHeading, type PartState, partState } from './partState';
import { type PartKey, partKeys } from './parts';
import { sectionText } from './plainText';

/** One line of the library for a narrative; depends on nothing but its content and meta. */
export function summarise(content: NarrativeContent, meta: NarrativeMeta): NarrativeSummary {
  const states = partKeys.map((key) => [key, partState(content, key)] as const);
  return {
    meta,
    heading: narrativeHeading(content, meta.name),
    dateline: sectionText(content.parts.release, 'dateline'),
    states: Object.fromEntries(states) as Record<PartKey, PartState>,
    words: countNarrativeWords(content),
    openQuestions: unanswered(content, 'customerFaq') + unanswered(content, 'internalFaq'),
  };
}

/** A blocked question is still without an answer, so it counts as open. */
function unanswered(content: NarrativeContent, part: 'customerFaq' | 'internalFaq'): number {
  const counts = countFaq(content.parts[part]);
  return counts.open + counts.blocked;
}
