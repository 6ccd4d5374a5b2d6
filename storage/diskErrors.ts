import { DatelineError } from '../core/api/errors';

/** The system's code of a failed file call, such as ENOENT; undefined for anything else that was thrown. */
export function errnoOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** A failed write as an error for people where the cause is known; anything else is returned as it came. */
export function toDiskError(thrown: unknown): unknown {
  switch (errnoOf(thrown)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatelineError(
        'disk-full',
        'Not saved: the disk is full.',
        'Your words are safe in this window. Save a copy elsewhere.',
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new DatelineError(
        'read-only',
        'Not saved: this folder cannot be written to.',
        'Your words are safe in this window. Allow writing to the folder, or save a copy elsewhere.',
      );
    default:
      return thrown;
  }
}

/** The answer of a file call, or null when the file is not there. */
export async function orNullIfMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (thrown) {
    const code = errnoOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw thrown;
  }
}
