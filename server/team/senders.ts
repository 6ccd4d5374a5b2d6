import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { DatelineError } from '../../core/api/errors';
import type { Caller } from '../../host/team/caller';
import { isOwnSite, Refusal } from '../local/gate';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null for a stranger. */
    caller: Caller | null;
  }
}

/** The name of the session's cookie. Cookies ignore ports, so it names the port where several servers may be. */
export function cookieNameOf(origin: string): string {
  const { protocol, port } = new URL(origin);
  return protocol === 'https:' ? '__Host-dateline-team' : `dateline-team_${port}`;
}

/** How long a browser keeps a session, in seconds; the server ends it then too. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** As browsers send it back after a visit from elsewhere, and to nobody but this server. */
export function cookieOptions(origin: string, maxAge: number) {
  const secure = origin.startsWith('https:');
  return { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge } as const;
}

/**
 * Refuses what was addressed to another name, and what a page of another origin sent. The desktop app sends no Origin
 * and carries its session in a header, which no page can make a browser do.
 */
export function checkSender(headers: IncomingHttpHeaders, origin: string): void {
  const own = new URL(origin);
  if (headers.host !== own.host) throw refuse(421, `This team’s server is at ${own.origin}.`);
  const isUpgrade = headers.upgrade !== undefined;
  const isStrange =
    headers.origin === undefined ? isUpgrade && !isFromApp(headers) : headers.origin !== own.origin;
  if (isStrange) throw refuse(403, 'Only Dateline’s own window may ask this.');
  // Somebody may follow an invitation from a mail or a chat; what changes something comes from our own page.
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (!isOwnSite(headers['sec-fetch-site']) && !isVisit)
    throw refuse(403, 'Only Dateline’s own window may ask this.');
}

/** The session token that a request carries; null without one. */
export function sessionOf(request: FastifyRequest, origin: string): string | null {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? request.cookies[cookieNameOf(origin)] ?? null;
}

const isFromApp = (headers: IncomingHttpHeaders): boolean =>
  headers.authorization?.startsWith('Bearer ') ?? false;

function refuse(status: Refusal['status'], message: string): Refusal {
  return new Refusal(status, new DatelineError('bad-request', message));
}
