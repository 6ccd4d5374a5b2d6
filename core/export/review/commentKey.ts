import { checksumOf } from '../../format/narrativeFile';

/**
 * The lasting id that a record has as a comment in a Word document, eight hexadecimal digits; word processors that
 * keep it let a comment that comes back be known as the record it was.
 */
export function commentKey(recordId: string): string {
  const digits = Number.parseInt(checksumOf(recordId).slice(0, 8), 16) % 0x7ffffffe;
  return (digits + 1).toString(16).toUpperCase().padStart(8, '0');
}
