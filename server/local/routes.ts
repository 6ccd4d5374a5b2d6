import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';
import { assetHeaders } from '../../core/api/pageHeaders';
import { parseStaticPath } from '../../core/api/staticPath';
import type { Host } from '../../host/ports';
import { cookieName } from './cookieName';
import { sendNotFound } from './failures';
import { checkCall, isOwnSite } from './gate';
import type { LaunchLinks } from './launchLinks';
import { onwardPage, usedLinkPage } from './plainPage';

/** Pushed bytes a window may be behind; a window that sleeps longer is cut off and reads everything anew. */
const backlogLimitBytes = 64_000_000;

const callSchema = z.strictObject({ operation: z.unknown(), input: z.unknown() });

/** Exchanges a link's token for the session cookie, once, so that no address in the history opens the library. */
export function addOpenRoute(app: FastifyInstance, links: LaunchLinks): void {
  app.get<{ Querystring: { t?: unknown } }>('/open', async (request, reply) => {
    const { localPort: port = 0 } = request.socket;
    const name = cookieName(port);
    const { t: token } = request.query;
    const isWelcome =
      (typeof token === 'string' && links.redeem(token)) || links.isSession(request.cookies[name]);
    if (!isWelcome) return sendPage(reply, 403, usedLinkPage);
    reply.setCookie(name, links.session, { httpOnly: true, sameSite: 'strict', path: '/' });
    return isOwnSite(request.headers['sec-fetch-site'])
      ? reply.redirect('/', 303)
      : sendPage(reply, 200, onwardPage);
  });
}

/** The contract over HTTP: one route, whose answer is always a `Result`. */
export function addCallRoute(app: FastifyInstance, host: Host): void {
  const onRequest = async ({ headers }: { headers: Parameters<typeof checkCall>[0] }) => checkCall(headers);
  app.post('/api', { onRequest }, async (request, reply) => {
    const call = callSchema.safeParse(request.body);
    if (call.success) return host.dispatch(call.data.operation, call.data.input);
    const answer = new DatelineError('bad-request', 'A call is an object with "operation" and "input".');
    return reply.code(400).send({ ok: false, error: answer.toData() });
  });
}

/** Pushes the host's events to every open window; what windows send is ignored. */
export function addEventRoute(app: FastifyInstance, host: Host): void {
  app.get('/events', { websocket: true }, (socket) => {
    const stop = host.onEvent((message) => {
      if (socket.bufferedAmount > backlogLimitBytes) socket.terminate();
      else socket.send(JSON.stringify(message));
    });
    socket.on('close', stop);
  });
}

/** Stored pictures and the renderer's own files. */
export function addFileRoutes(
  app: FastifyInstance,
  from: { host: Pick<Host, 'readAsset'>; staticFolder: string },
): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const asset = await from.host.readAsset(request.params.name);
    if (!asset) return sendStatic(request, reply, from.staticFolder);
    return reply.headers(assetHeaders).type(asset.mime).send(Buffer.from(asset.bytes));
  });
  app.get('/*', async (request, reply) => sendStatic(request, reply, from.staticFolder));
}

async function sendStatic(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
): Promise<FastifyReply> {
  const found = parseStaticPath(request.url.split('?')[0] ?? '');
  // A file that cannot be read is a file that is not there, as far as a browser is concerned.
  const bytes = found && (await readFile(path.join(folder, ...found.segments)).catch(() => null));
  return found && bytes ? reply.type(found.mime).send(bytes) : sendNotFound(request, reply);
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}
