import { byTime } from './readThreads';
import type { ReviewRecord, ReviewRecordOf, SuggestionDecision } from './reviewRecord';

/** A suggestion with what was said about it and what became of it. */
export interface ReviewSuggestion {
  record: ReviewRecordOf<'suggestion'>;
  /** What was decided about it holds over a withdrawal that came later. */
  state: 'open' | 'withdrawn' | SuggestionDecision['verdict'];
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
  const withdrawn = new Set(
    all.flatMap((record) =>
      record.kind === 'withdrawal' ? record.suggestions.map((id) => sourceKey(record, id)) : [],
    ),
  );
  return all
    .filter((record) => record.kind === 'suggestion')
    .map((record) => {
      const decision = Object.hasOwn(decisions, record.id) ? (decisions[record.id] ?? null) : null;
      const isWithdrawn = withdrawn.has(sourceKey(record, record.id));
      const state = decision?.verdict ?? (isWithdrawn ? 'withdrawn' : 'open');
      return { record, state, decision, replies: replies.filter(({ thread }) => thread === record.id) };
    });
}

/** A suggestion as only its own author, writing in the same place, can name it. */
const sourceKey = ({ by, origin }: Pick<ReviewRecord, 'by' | 'origin'>, id: string): string =>
  JSON.stringify([id, by, origin.packet ?? '']);
