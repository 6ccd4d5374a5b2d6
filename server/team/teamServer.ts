import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { pageHeaders } from '../../core/api/pageHeaders';
import { liveMessageLimitBytes } from '../../core/team/liveMessages';
import type { Host } from '../../host/ports';
import type { Gate } from '../../host/team/gate';
import { signedOut } from '../../host/team/teamErrors';
import { sendNotFound, toFailure } from '../local/failures';
import { Refusal } from '../local/gate';
import { httpLimits } from '../local/httpLimits';
import { addFileRoutes } from '../local/routes';
import { strangerPage } from './joinPage';
import { addJoinRoutes } from './joinRoutes';
import type { LiveLine } from './live/liveLine';
import { addMemberRoutes } from './memberRoutes';
import { addMetrics } from './metrics';
import { checkSender, sessionOf } from './senders';
import { logRequests, type ServerLog } from './serverLog';
import { addSignInRoutes, type SignInRoutesOptions } from './signInRoutes';

export interface TeamServerOptions {
  host: Pick<Host, 'readAsset'>;
  gate: Gate;
  live: LiveLine;
  /** The built renderer, with its index.html. */
  staticFolder: string;
  /** Where to listen; 127.0.0.1 lets this machine in alone. */
  address: string;
  /** A free port is taken where this is 0. */
  port: number;
  /** How browsers reach it, as `https://dateline.example`; null for the address and port themselves. */
  publicUrl: string | null;
  /** Resolves when what is written can be made durable; asked by `/readyz`. */
  checkStore: () => Promise<void>;
  metricsToken: string | null;
  /** The company's own sign-in; null where people come by invitation alone. */
  signIn: Pick<SignInRoutesOptions, 'signIn' | 'newcomerRole'> | null;
  log: ServerLog;
}

export interface TeamServer {
  /** How browsers reach it, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Takes nobody in any more, makes everything durable and ends every connection; the host stays open. */
  close(): Promise<void>;
}

/** The team server: the app, the contract by role, and the live line, over one port. */
export async function startTeamServer(options: TeamServerOptions): Promise<TeamServer> {
  const app = Fastify({
    ...httpLimits,
    frameworkErrors: (error, request, reply) => void sendFailure(options, error, { request, reply }),
  });
  await app.register(cookie);
  await app.register(websocket, {
    options: { maxPayload: liveMessageLimitBytes },
    preClose: (done) => {
      for (const socket of app.websocketServer.clients) socket.terminate();
      done();
    },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: Error, request, reply) => sendFailure(options, error, { request, reply }));
  app.setNotFoundHandler(sendNotFound);
  const originOf = () => publicOrigin(options.publicUrl, app.server.address() as AddressInfo);
  logRequests(app, options.log);
  addGate(app, options.gate, originOf);
  addReadiness(app, options);
  addMetrics(app, options);
  addJoinRoutes(app, { gate: options.gate, originOf });
  if (options.signIn) addSignInRoutes(app, { gate: options.gate, originOf, ...options.signIn });
  addMemberRoutes(app, { gate: options.gate, live: options.live, originOf });
  addFileRoutes(app, options);
  await app.listen({ host: options.address, port: options.port });

  return {
    url: originOf(),
    port: (app.server.address() as AddressInfo).port,
    async close() {
      await options.live.close();
      await app.close();
    },
  };
}

/** Without a slash at the end. */
function publicOrigin(publicUrl: string | null, { address, port }: AddressInfo): string {
  if (publicUrl !== null) return new URL(publicUrl).origin;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Asked by load balancers, by whatever name they know the server. */
const askedByMachines: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);
/** Where a stranger comes in. */
const openToStrangers: ReadonlySet<string> = new Set(['/join/:token', '/sign-in', '/sign-in/done']);

/** Runs before any route and before any byte of a body is read. */
function addGate(app: FastifyInstance, gate: Gate, originOf: () => string): void {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders);
    const { url = '' } = request.routeOptions;
    if (askedByMachines.has(url)) return;
    checkSender(request.headers, originOf());
    const token = sessionOf(request, originOf());
    request.caller = token === null ? null : await gate.team.callerOf(token);
    if (request.caller === null && !openToStrangers.has(url)) throw new Refusal(401, signedOut());
  });
}

/** Whether the process can do its work; `/healthz`, of the files' routes, only says that it runs. */
function addReadiness(app: FastifyInstance, { checkStore, log }: TeamServerOptions): void {
  app.get('/readyz', async (_request, reply) => {
    try {
      await checkStore();
      return { ok: true };
    } catch (thrown) {
      log('warn', 'not ready', { reason: thrown instanceof Error ? thrown.name : 'unknown' });
      return reply.code(503).send({ ok: false });
    }
  });
}

function sendFailure(
  { gate, signIn }: TeamServerOptions,
  error: Error,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const { status, answer } = toFailure(error, request);
  reply.code(status);
  if (status === 401 && request.headers.accept?.includes('text/html'))
    return reply.type('text/html; charset=utf-8').send(strangerPage(gate.name, signIn !== null));
  return reply.send({ ok: false, error: answer.toData() });
}
