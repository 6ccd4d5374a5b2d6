import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';
import type { Caller } from '../../host/team/caller';
import type { Gate } from '../../host/team/gate';
import { checkCall } from '../local/gate';
import { Allowance } from './allowance';
import type { LiveLine } from './live/liveLine';
import { sessionOf } from './senders';

/** Pushed bytes a window may be behind; a window that sleeps longer is cut off and reads everything anew. */
const backlogLimitBytes = 16_000_000;
/** Windows one session may have open: each has a socket for events and one for the live line. */
const socketsAtMost = 40;
/** Calls of one session: what a window asks when it opens, and then what a person does. */
const calls = { perSecond: 100, atOnce: 1000 };
/** How often a socket is asked whether its window is still there, and whether its member is. */
const beatMs = 25_000;
const callSchema = z.strictObject({ operation: z.unknown(), input: z.unknown() });

export interface MemberOptions {
  gate: Gate;
  live: LiveLine;
  originOf: () => string;
}

/** The contract by role, what members may hear, and the live line; each knows its caller already. */
export function addMemberRoutes(app: FastifyInstance, { gate, live, originOf }: MemberOptions): void {
  const allowances = new Map<string, Allowance>();
  const sockets = new Map<string, number>();
  const tidy = setInterval(() => allowances.clear(), 60 * 60_000).unref();
  app.addHook('onClose', async () => clearInterval(tidy));

  const onRequest = async ({ headers }: { headers: Parameters<typeof checkCall>[0] }) => checkCall(headers);
  app.post('/api', { onRequest }, async (request, reply) => {
    const { session } = request.caller as Caller;
    const allowance = allowances.get(session) ?? new Allowance(calls);
    allowances.set(session, allowance);
    if (allowance.take(1) > 0) return reply.code(429).send({ ok: false, error: tooMany().toData() });
    const call = callSchema.safeParse(request.body);
    const token = sessionOf(request, originOf()) ?? '';
    if (call.success) return gate.dispatch(token, call.data.operation, call.data.input);
    const answer = new DatelineError('bad-request', 'A call is an object with "operation" and "input".');
    return reply.code(400).send({ ok: false, error: answer.toData() });
  });

  /** Counts a session's sockets and ends those whose window or member is gone; false for one too many. */
  function admit(socket: WebSocket, caller: Caller, token: string): boolean {
    const open = (sockets.get(caller.session) ?? 0) + 1;
    if (open > socketsAtMost) {
      socket.close(1013, 'too-many');
      return false;
    }
    sockets.set(caller.session, open);
    const stopBeat = keepAlive(socket, async () => (await gate.team.callerOf(token)) !== null);
    const stopTeam = gate.team.onChange(() => {
      if (!gate.team.isSignedIn(caller)) socket.close(4403, 'signed-out');
    });
    socket.on('close', () => {
      stopBeat();
      stopTeam();
      const left = (sockets.get(caller.session) ?? 1) - 1;
      if (left > 0) sockets.set(caller.session, left);
      else sockets.delete(caller.session);
    });
    return true;
  }

  app.get('/events', { websocket: true }, (socket, request) => {
    const caller = request.caller as Caller;
    if (!admit(socket, caller, sessionOf(request, originOf()) ?? '')) return;
    // What windows send here is not read.
    const stop = gate.listen(caller, (message) => {
      if (socket.bufferedAmount > backlogLimitBytes) socket.terminate();
      else socket.send(JSON.stringify(message));
    });
    socket.on('close', stop);
  });

  app.get('/live', { websocket: true }, (socket, request) => {
    const caller = request.caller as Caller;
    if (admit(socket, caller, sessionOf(request, originOf()) ?? '')) live.accept(socket, caller);
  });
}

function tooMany(): DatelineError {
  return new DatelineError(
    'unreachable',
    'This window asked for more than the server answers in a second.',
    'It tries again by itself. Nothing is lost.',
  );
}

/** Ends a socket whose window answers no more, as one whose laptop was closed, and one whose session is over. */
function keepAlive(socket: WebSocket, isSignedIn: () => Promise<boolean>): () => void {
  let hasAnswered = true;
  socket.on('pong', () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
    // Where it cannot be asked now, it is asked again at the next beat.
    isSignedIn().then(
      (isIn) => {
        if (!isIn) socket.close(4403, 'signed-out');
      },
      () => undefined,
    );
  }, beatMs);
  return () => clearInterval(timer);
}
