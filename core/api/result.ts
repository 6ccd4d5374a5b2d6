import { z } from 'zod';
import { type ApiErrorData, apiErrorSchema } from './errors';

/** What every operation answers, over every transport. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiErrorData };

/** Parses an answer from a transport before the value itself is parsed by its operation's schema. */
export const resultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: apiErrorSchema }),
]);
