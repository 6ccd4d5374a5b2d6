import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from '@hocuspocus/extension-redis';
import { Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { decodeNarrativeFile } from '../core/format/narrativeFile';
import { liveMessageLimitBytes } from '../core/team/liveMessages';
import { createHost } from '../host/host';
import type { Caller } from '../host/team/caller';
import { createLiveLine } from '../server/team/live/liveLine';
import { plainShell } from '../test/support/plainShell';
import type { ServerCosts, ServerOrder, ServerReady } from './teamOrders';

/** A server of the benchmark, in a process of its own: ours, or Hocuspocus as it comes. */
const order = JSON.parse(process.argv[2] ?? '') as ServerOrder;
const accept = order.kind === 'Dateline' ? await ours() : bare();
const server = createServer();
const sockets = new WebSocketServer({ server, maxPayload: liveMessageLimitBytes });
sockets.on('connection', accept);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port } satisfies ServerReady);
});
process.on('message', () => {
  global.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ cpuMs: (user + system) / 1000, usedBytes: heapUsed + external } satisfies ServerCosts);
});

async function ours(): Promise<(socket: WebSocket) => void> {
  const { folder, templates, workers, redisUrl } = order;
  const newId = () => randomBytes(8).toString('hex');
  const now = () => new Date();
  const log = (level: string, message: string) => void process.stderr.write(`${level} ${message}\n`);
  const ports = { now, newId, openExternal: async () => undefined, log };
  const host = await createHost({
    folder,
    templates,
    workers,
    packetPage: workers,
    capabilities: plainShell,
    narrativesInMemory: 200,
    ports,
  });
  const team = {
    follow: () => () => undefined,
    roleIn: () => 'coauthor' as const,
    onGrantChange: () => () => undefined,
  };
  const line = createLiveLine({ host, team, now, newId, log, ...(redisUrl === null ? {} : { redisUrl }) });
  let count = 0;
  return (socket) => {
    count += 1;
    line.accept(socket, callerNumber(count));
  };
}

function callerNumber(count: number): Caller {
  const id = `member${String(count).padStart(12, '0')}`;
  const joinedAt = '2026-01-05T09:00:00.000Z';
  const member = { id, name: `Writer ${count}`, joinedAt, grants: [], subject: null, removedAt: null };
  return { member, session: id };
}

/** The same documents, kept in memory alone: nothing is checked and nothing is written. */
function bare(): (socket: WebSocket) => void {
  const address = order.redisUrl === null ? null : new URL(order.redisUrl);
  const hocuspocus = new Hocuspocus({
    quiet: true,
    extensions: address ? [new Redis({ host: address.hostname, port: Number(address.port) })] : [],
    onLoadDocument: async ({ documentName, document }) => {
      const text = readFileSync(join(order.folder, 'narratives', `${documentName}.json`), 'utf8');
      Y.applyUpdateV2(document, Buffer.from(decodeNarrativeFile(text).yjs, 'base64'));
    },
  });
  return (socket) => {
    const connection = hocuspocus.handleConnection(
      socket as unknown as Parameters<Hocuspocus['handleConnection']>[0],
      new Request('http://live.invalid/'),
    );
    socket.on('message', (data: Buffer) => connection.handleMessage(data));
    socket.on('close', (code) => connection.handleClose({ code, reason: '' }));
  };
}
