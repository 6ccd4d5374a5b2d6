import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { liveMessageLimitBytes } from '../../../../core/team/liveMessages';
import type { Host } from '../../../../host/ports';
import type { Caller } from '../../../../host/team/caller';
import { createLiveLine, type LiveLine } from '../../../../server/team/live/liveLine';
import type { FakeTeam } from './fakeTeam';

export interface StartedLine {
  line: LiveLine;
  /** The address at which a caller's sockets are served: the test says who is signed in. */
  urlFor: (caller: Caller) => string;
  logged: string[];
  port: number;
  /** Stops as a server does that ends in good order. */
  stop: () => Promise<void>;
}

/** The live line over a plain socket server on a free port, or on `port`. */
export async function startLine(given: {
  host: Pick<Host, 'dispatch' | 'onEvent'>;
  team: FakeTeam;
  now?: () => Date;
  port?: number;
}): Promise<StartedLine> {
  const callers = new Map<string, Caller>();
  const logged: string[] = [];
  const line = createLiveLine({
    host: given.host,
    team: given.team.port,
    now: given.now ?? (() => new Date()),
    newId: () => randomBytes(8).toString('hex'),
    log: (_level, message) => void logged.push(message),
  });
  const server = createServer();
  const sockets = new WebSocketServer({ server, maxPayload: liveMessageLimitBytes });
  sockets.on('connection', (socket, request) => {
    const caller = callers.get(decodeURIComponent((request.url ?? '').slice(1)));
    if (caller) line.accept(socket, caller);
    else socket.close();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(given.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= (async () => {
      server.close();
      await line.close();
      sockets.close();
      server.closeAllConnections();
    })();
    return stopping;
  };
  onTestFinished(stop);
  return {
    line,
    logged,
    port,
    stop,
    urlFor(caller) {
      const name = `${caller.member.id} ${caller.session}`;
      callers.set(name, caller);
      return `ws://127.0.0.1:${port}/${encodeURIComponent(name)}`;
    },
  };
}
