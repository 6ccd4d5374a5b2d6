import { DatelineError } from '../../core/api/errors';

export function narrativeGone(): DatelineError {
  return new DatelineError(
    'narrative-gone',
    'This narrative is no longer in the library: it was put in the trash, erased or removed.',
    'Restore it from the trash, or save a copy of what this window shows.',
  );
}

export function unknownContent(names: readonly string[]): DatelineError {
  return new DatelineError(
    'unknown-content',
    `This narrative holds something this Dateline does not know (${names.join(', ')}). Nothing was changed.`,
    'Update Dateline, then open it again.',
  );
}

export function unreadableChange(): DatelineError {
  return new DatelineError(
    'bad-request',
    'Dateline could not read this change, so the narrative stays as it was.',
    'Save a copy of what this window shows, then open the narrative again.',
  );
}

export function replacedOutside(): DatelineError {
  return new DatelineError(
    'changed-outside',
    'This narrative was replaced by another version outside this window, and the two do not fit together.',
    'Save a copy of what this window shows, then open the narrative again.',
  );
}
