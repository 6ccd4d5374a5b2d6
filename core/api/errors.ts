import { z } from 'zod';

/**
 * Every way an operation can fail, as a stable code. Adding one here makes the sentence table below and the
 * contract test incomplete until they know it too.
 */
export const errorCodes = [
  'bad-request',
  'unknown-operation',
  'not-found',
  'narrative-gone',
  'file-from-future',
  'file-damaged',
  'file-not-text',
  'file-too-large',
  'file-wrong-type',
  'unknown-content',
  'disk-full',
  'read-only',
  'library-busy',
  'library-missing',
  'changed-outside',
  'export-failed',
  'target-exists',
  'cancelled',
  'unreachable',
  'not-allowed',
  'signed-out',
  'link-void',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const apiErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** What happened, as one calm sentence for people. Never a stack trace, never a secret. */
  message: z.string(),
  /** The next step, where one exists. */
  next: z.string().optional(),
});
export type ApiErrorData = z.infer<typeof apiErrorSchema>;

/** An expected failure. Thrown inside the host, carried over every transport as data, thrown again by the client. */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  readonly next: string | undefined;

  constructor(code: ErrorCode, message: string, next?: string) {
    super(message);
    this.name = 'DatelineError';
    this.code = code;
    this.next = next;
  }

  toData(): ApiErrorData {
    return {
      code: this.code,
      message: this.message,
      ...(this.next === undefined ? {} : { next: this.next }),
    };
  }

  static fromData(data: ApiErrorData): DatelineError {
    return new DatelineError(data.code, data.message, data.next);
  }
}

/** Any thrown value as an error for people; what was not expected keeps its details out of the sentence. */
export function toDatelineError(thrown: unknown): DatelineError {
  if (thrown instanceof DatelineError) return thrown;
  return new DatelineError(
    'internal',
    'Something in Dateline went wrong.',
    'Your saved words are safe. Try again; if it happens twice, restart Dateline.',
  );
}
