import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { pageHeaders } from '../../core/api/pageHeaders';
import type { Host } from '../../host/ports';
import { cookieName } from './cookieName';
import { sendFailure, sendNotFound } from './failures';
import { checkHost, checkSender, refuseStranger } from './gate';
import { httpLimits } from './httpLimits';
import { createLaunchLinks, type LaunchLinks } from './launchLinks';
import { addCallRoute, addEventRoute, addFileRoutes, addOpenRoute } from './routes';

export interface LocalServerOptions {
  host: Host;
  /** The built renderer, with its index.html. */
  staticFolder: string;
  /** A free port is taken when this is missing or 0. */
  port?: number;
}

export interface LocalServer {
  /** The first single-use link. */
  readonly url: string;
  readonly port: number;
  /** Another single-use link, for another browser. */
  newLink(): string;
  /** Ends every connection and stops listening; the host stays open. */
  close(): Promise<void>;
}

/** The browser shell: the host's contract and the renderer on 127.0.0.1, for the holder of a link only. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const links = createLaunchLinks();
  const app = Fastify({
    ...httpLimits,
    frameworkErrors: sendFailure,
  });
  await app.register(cookie);
  await app.register(websocket, {
    options: { maxPayload: 1024 },
    preClose: (done) => {
      for (const socket of app.websocketServer.clients) socket.terminate();
      done();
    },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(sendFailure);
  app.setNotFoundHandler(sendNotFound);
  addGate(app, links);
  addOpenRoute(app, links);
  addCallRoute(app, options.host);
  addEventRoute(app, options.host);
  addFileRoutes(app, options);
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });

  const { port } = app.server.address() as AddressInfo;
  const newLink = () => `http://127.0.0.1:${port}/open?t=${links.mint()}`;
  return { url: newLink(), port, newLink, close: () => app.close() };
}

/** Runs before any route and before any byte of a body is read. */
function addGate(app: FastifyInstance, links: LaunchLinks): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders);
    const { localPort: port = 0 } = request.socket;
    checkHost(request.headers, port);
    const { url } = request.routeOptions;
    if (url === '/open') return;
    checkSender(request.headers, port);
    if (url !== '/healthz' && !links.isSession(request.cookies[cookieName(port)])) throw refuseStranger();
  });
}
