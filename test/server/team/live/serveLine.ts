import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { liveMessageLimitBytes } from '../../../../core/team/liveMessages';
import { createLiveLine, type LiveLine, type LiveLineOptions } from '../../../../server/team/live/liveLine';
import { callerAt } from './fakeTeam';

export interface ServedLine {
  line: LiveLine;
  port: number;
  /** Stops as a server does that ends in good order. */
  stop: () => Promise<void>;
}

/** The live line over a plain socket server on a free port, or on `port`; a socket's address says whose it is. */
export async function serveLine(
  given: Omit<LiveLineOptions, 'newId' | 'now'> & { now?: () => Date; port?: number },
): Promise<ServedLine> {
  const { port: wanted = 0, now = () => new Date(), ...options } = given;
  const line = createLiveLine({ ...options, now, newId: () => randomBytes(8).toString('hex') });
  const server = createServer();
  const sockets = new WebSocketServer({ server, maxPayload: liveMessageLimitBytes });
  sockets.on('connection', (socket, { url = '' }) => line.accept(socket, callerAt(url)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    await line.close();
    sockets.close();
    server.closeAllConnections();
    await closed;
  };
  return { line, port, stop };
}
