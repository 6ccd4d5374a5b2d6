import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isOperation } from '../../core/api/operations';

/** Writes one thing that happened; never a word of a narrative, a name, a token or an address with one. */
export type ServerLog = (
  level: 'info' | 'warn' | 'error',
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** A log of JSON, one object a line, as collectors of logs read it. */
export function createServerLog(write: (line: string) => void, now: () => Date): ServerLog {
  return (level, event, fields = {}) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
}

/** Asked every few seconds by machines, or by the dozen by every window; they would hide everything else. */
const unlogged: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics', '/assets/:name', '/*']);
/** What a call names, where it is an operation at all. */
const callSchema = z.object({ operation: z.string().refine(isOperation) });

/** Tells of each request by the route it took. */
export function logRequests(app: FastifyInstance, log: ServerLog): void {
  app.addHook('onResponse', async (request, reply) => {
    if (unlogged.has(request.routeOptions.url ?? '') && reply.statusCode < 400) return;
    log(reply.statusCode >= 500 ? 'error' : 'info', 'request', {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      operation: callSchema.safeParse(request.body).data?.operation ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      member: request.caller?.member.id ?? null,
      bytes: Number(request.headers['content-length'] ?? 0),
    });
  });
}
