import type { IncomingHttpHeaders } from 'node:http';
import { DatelineError } from '../../core/api/errors';

/** A request that is turned away before anything of it is read. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 415 | 421 | 429;
  readonly answer: DatelineError;

  constructor(status: Refusal['status'], answer: DatelineError) {
    super(answer.message);
    this.status = status;
    this.answer = answer;
  }
}

/** The names by which a browser on this machine may reach the server; any other is a rebound or forged name. */
export function allowedHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Refuses a request that was addressed to another name, which is how a rebound DNS name would reach us. */
export function checkHost(headers: IncomingHttpHeaders, port: number): void {
  if (!allowedHosts(port).includes(headers.host ?? '')) throw refuse(421, 'This address is not Dateline’s.');
}

/**
 * Refuses what a page of another origin sent. Cookies ignore ports, so SameSite alone would let any other
 * server on this machine act for the writer; Origin and Sec-Fetch-Site do tell ports apart.
 */
export function checkSender(headers: IncomingHttpHeaders, port: number): void {
  const { origin } = headers;
  const isUpgrade = headers.upgrade !== undefined;
  if (origin === undefined ? isUpgrade : !isOwnOrigin(origin, port))
    throw refuse(403, 'Only Dateline’s own window may ask this.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && !isOwnSite(site)) throw refuse(403, 'Only Dateline’s own window may ask this.');
}

/** Refuses a call that a plain form could have sent; the rest needs a preflight, which is never granted. */
export function checkCall(headers: IncomingHttpHeaders): void {
  const isJson = /^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '');
  if (!isJson || headers['x-dateline'] !== '1')
    throw refuse(415, 'A call is sent as application/json with the header x-dateline: 1.');
}

/** The refusal of a browser that has not come through a launch link. */
export function refuseStranger(): Refusal {
  return new Refusal(
    401,
    new DatelineError(
      'unreachable',
      'This window belongs to an earlier start of Dateline, so nothing can be saved from it.',
      'Your words are safe in this window. Save a copy, then open the newest link that Dateline printed.',
    ),
  );
}

/** True for a request that came from our own page, or from no page at all. */
export function isOwnSite(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}

function isOwnOrigin(origin: string, port: number): boolean {
  return allowedHosts(port).some((host) => origin === `http://${host}`);
}

function refuse(status: Refusal['status'], message: string): Refusal {
  return new Refusal(status, new DatelineError('bad-request', message));
}
