import { DatelineError } from '../core/api/errors';

/** What was named is no narrative of the library. */
export function noNarrative(id: string): DatelineError {
  return new DatelineError(
    'not-found',
    `There is no narrative called "${id}".`,
    'See the narratives with "dateline list".',
  );
}
