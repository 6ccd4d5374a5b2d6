import { DatelineError, type ErrorCode } from '../../../core/api/errors';
import type { UpdateFault } from './checkUpdate';

/** Why a window may not join, as it is told. */
export type JoinReason = 'not-allowed' | 'too-many' | 'closing' | ErrorCode;

/** Ends a join; Hocuspocus sends `reason` to the window. Without a message, so that it is not logged as a fault. */
export class JoinRefused extends Error {
  readonly reason: JoinReason;

  constructor(reason: JoinReason) {
    super('');
    this.reason = reason;
  }
}

export function readsOnly(): DatelineError {
  return new DatelineError(
    'read-only',
    'You can read this narrative but not write in it, so this change was not taken.',
    'Copy the words you want to keep, then send them as a comment or a suggestion.',
  );
}

export function otherVersion(): DatelineError {
  return new DatelineError(
    'read-only',
    'This window and the server are of different versions of Dateline, so the narrative is shown to be read only.',
    'Reload the window; in the desktop app, update Dateline.',
  );
}

export function faultyChange(fault: UpdateFault): DatelineError {
  if (fault.kind === 'unknown')
    return new DatelineError(
      'unknown-content',
      `This change holds something the server does not know (${fault.name}), so it was not taken.`,
      'Copy the words you want to keep, then reload the window.',
    );
  if (fault.kind === 'gap')
    return new DatelineError(
      'changed-outside',
      'This change builds on words the server does not have, so it was not taken.',
      'Copy the words you want to keep, then open the narrative again.',
    );
  return new DatelineError(
    'bad-request',
    'The server could not read this change, so it was not taken.',
    'Copy the words you want to keep, then reload the window.',
  );
}

export function lineGone(): DatelineError {
  return new DatelineError(
    'narrative-gone',
    'This narrative is no longer in the library: it was put in the trash, erased or removed.',
    'Restore it from the trash, or save a copy of what this window shows.',
  );
}

export function lineCloses(): DatelineError {
  return new DatelineError(
    'unreachable',
    'The server ends at this moment, so what you wrote last is not kept there yet.',
    'Your words are safe in this window, and are sent again once the server is back.',
  );
}
