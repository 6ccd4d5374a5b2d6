import { byTime } from './readThreads';
import type { ReviewRecord, ReviewRecordOf, SuggestionDecision } from './reviewRecord';

/** A suggestion with what was said about it and what became of it. */
export interface ReviewSuggestion {
  record: ReviewRecordOf<'suggestion'>;
  state: 'open' | SuggestionDecision['verdict'];
  /** Null while it is open. */
  decision: SuggestionDecision | null;
  /** Replies to it, in the order they were written. */
  replies: readonly ReviewRecordOf<'reply'>[];
}

/** Every suggestion, oldest first; `decisions` are those of the shared document, by suggestion. */
export function readSuggestions(
  records: Iterable<ReviewRecord>,
  decisions: Readonly<Record<string, SuggestionDecision>>,
): ReviewSuggestion[] {
  const all = [...records].sort(byTime);
  const replies = all.filter((record) => record.kind === 'reply');
  return all
    .filter((record) => record.kind === 'suggestion')
    .map((record) => {
      const decision = Object.hasOwn(decisions, record.id) ? (decisions[record.id] ?? null) : null;
      const state = decision?.verdict ?? 'open';
      return { record, state, decision, replies: replies.filter(({ thread }) => thread === record.id) };
    });
}
