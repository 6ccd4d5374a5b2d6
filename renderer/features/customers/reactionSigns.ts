import type { ReactionCounts } from '../../../core/review/excitement/heatMap';
import { type Reaction, reactions } from '../../../core/review/records/excitement';

/** A sign of its own for each reaction, so that none is told by its colour alone. */
export const reactionSigns: Readonly<Record<Reaction, string>> = { want: '+', doubt: '−', unclear: '?' };

const verbs: Readonly<Record<Reaction, readonly [one: string, several: string]>> = {
  want: ['wants it', 'want it'],
  doubt: ['doubts it', 'doubt it'],
  unclear: ['finds it unclear', 'find it unclear'],
};

/** Reactions that somebody had. */
export const reactionsIn = (counts: ReactionCounts): Reaction[] =>
  reactions.filter((reaction) => counts[reaction] > 0);

/** "4 want it", "1 doubts it". */
export const reactionPhrase = (reaction: Reaction, count: number): string =>
  `${count} ${verbs[reaction][count === 1 ? 0 : 1]}`;

/** "4 want it, 1 doubts it"; '' for nobody. */
export const reactionWords = (counts: ReactionCounts): string =>
  reactionsIn(counts)
    .map((reaction) => reactionPhrase(reaction, counts[reaction]))
    .join(', ');
