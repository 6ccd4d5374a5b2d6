import type { Handlers } from '../../core/api/dispatch';
import type { OpenNarratives } from '../narratives/openNarratives';

/** What readers and writers say about a narrative, beside its text. */
export function reviewHandlers(narratives: OpenNarratives) {
  return {
    'review.add': async ({ id, records }) => ({ savedAt: await narratives.addReview(id, records) }),
  } satisfies Partial<Handlers>;
}
