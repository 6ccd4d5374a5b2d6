import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket as Socket, WebSocketServer } from 'ws';
import { createConnection } from '../../../renderer/client/connection';
import { createHttpTransport } from '../../../renderer/client/httpTransport';

/** Node has a browser's socket from version 22 on only; this one is silent about lost connections, as theirs is. */
class BrowserSocket extends Socket {
  constructor(url: URL) {
    super(url);
    this.on('error', () => undefined);
  }
}

beforeAll(() => {
  vi.stubGlobal('WebSocket', BrowserSocket);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

interface Heard {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** A host of two answers: what it heard is kept, what it says is given. */
async function startAnswering(answer: unknown) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method, url, headers } = request;
    heard.push({ method, url, headers, body: JSON.parse(text) });
    response.end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server, path: '/events' });
  const opened: Socket[] = [];
  sockets.on('connection', (socket) => opened.push(socket));
  const origin = await listen(server);
  onTestFinished(() => {
    sockets.close();
    for (const socket of opened) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  const nextSocket = () =>
    new Promise<Socket>((resolve) => sockets.once('connection', (socket) => resolve(socket)));
  return { origin, heard, nextSocket };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function connect(origin: string) {
  const transport = createHttpTransport(origin);
  onTestFinished(() => transport.close());
  return { transport, connection: createConnection(transport) };
}

test('posts a call with the headers that the local server asks for', async () => {
  const { origin, heard } = await startAnswering({ ok: true, value: [] });
  const { connection } = connect(origin);
  expect(await connection.call('library.trash', {})).toEqual([]);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    method: 'POST',
    url: '/api',
    body: { operation: 'library.trash', input: {} },
    headers: { 'content-type': 'application/json', 'x-dateline': '1' },
  });
});

test('turns a refusal into the error it carries', async () => {
  const error = { code: 'disk-full', message: 'The disk is full.', next: 'Free some space.' };
  const { origin } = await startAnswering({ ok: false, error });
  const { connection } = connect(origin);
  await expect(connection.call('library.trash', {})).rejects.toMatchObject(error);
});

test('says that Dateline has stopped when nobody answers', async () => {
  const server = createServer();
  const origin = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const { connection } = connect(origin);
  await expect(connection.call('library.trash', {})).rejects.toMatchObject({ code: 'unreachable' });
});

test('hears events, drops what is none, and comes back after the socket was lost', async () => {
  const { origin, nextSocket } = await startAnswering({ ok: true, value: {} });
  const firstSocket = nextSocket();
  const { connection } = connect(origin);
  const shown: string[] = [];
  connection.onEvent('narrative.show', ({ id }) => shown.push(id));

  const first = await firstSocket;
  const secondSocket = nextSocket();
  const reconnected = new Promise<void>((resolve) => connection.onReconnect(resolve));
  const heardOne = nextEvent(connection);
  first.send('not json');
  first.send(JSON.stringify({ event: 'narrative.show', data: { id: '../../etc' } }));
  first.send(JSON.stringify({ event: 'narrative.show', data: { id: 'fairmend-1' } }));
  await heardOne;
  expect(shown).toEqual(['fairmend-1']);

  first.terminate();
  const second = await secondSocket;
  await reconnected;
  const heardTwo = nextEvent(connection);
  second.send(JSON.stringify({ event: 'narrative.show', data: { id: 'lull-2' } }));
  await heardTwo;
  expect(shown).toEqual(['fairmend-1', 'lull-2']);
});

test('asks for nothing before it hears what changes', async () => {
  const order: string[] = [];
  const server = createServer((_request, response) => {
    order.push('call');
    response.end(JSON.stringify({ ok: true, value: [] }));
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', async (request, socket, head) => {
    // Long enough for a call that did not wait.
    await fetch(origin, { method: 'POST' });
    order.push('socket');
    sockets.handleUpgrade(request, socket, head, (opened) => onTestFinished(() => opened.terminate()));
  });
  const origin = await listen(server);
  onTestFinished(() => void server.close());
  const { connection } = connect(origin);
  await connection.call('library.trash', {});
  expect(order).toEqual(['call', 'socket', 'call']);
});

const nextEvent = (connection: ReturnType<typeof createConnection>) =>
  new Promise<void>((resolve) => {
    const stop = connection.onEvent('narrative.show', () => {
      stop();
      resolve();
    });
  });
