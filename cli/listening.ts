import { DatelineError } from '../core/api/errors';

/** A server that starts, with a sentence where its port or its address cannot be had. */
export async function listening<T>(port: number, starting: Promise<T>): Promise<T> {
  try {
    return await starting;
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new DatelineError(
        'bad-request',
        `Port ${port} is not free for Dateline.`,
        'Leave --port out and a free one is taken.',
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new DatelineError(
        'bad-request',
        'This machine does not have that address.',
        'Use --address with one of its own, or leave it out to be reached from this machine alone.',
      );
    }
    throw thrown;
  }
}
