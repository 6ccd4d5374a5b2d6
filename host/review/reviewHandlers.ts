import type { Handlers } from '../../core/api/dispatch';
import { DatelineError } from '../../core/api/errors';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { OpenNarratives } from '../narratives/openNarratives';

/** Far more than a room of people says in one go; the file would grow by as much and be written anew each time. */
const mostCharacters = 2_000_000;

function refuseTooMuch(records: readonly ReviewRecord[]): void {
  const characters = records.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
  if (characters <= mostCharacters) return;
  throw new DatelineError(
    'bad-request',
    `These remarks hold ${characters.toLocaleString('en-GB')} characters; 2 million can be added at once. Nothing was added.`,
    'Add them in smaller groups.',
  );
}

/** What readers and writers say about a narrative, beside its text. */
export function reviewHandlers(narratives: OpenNarratives) {
  return {
    'review.add': async ({ id, records }) => {
      refuseTooMuch(records);
      return { savedAt: await narratives.addReview(id, records) };
    },
  } satisfies Partial<Handlers>;
}
