import { DatelineError } from '../../core/api/errors';

export function libraryBusy(): DatelineError {
  return new DatelineError(
    'library-busy',
    'Another Dateline has this library open, so nothing was changed.',
    'Close it there first, or do this in its window.',
  );
}
