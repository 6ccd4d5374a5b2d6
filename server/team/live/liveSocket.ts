import { IncomingMessage, MessageType, type WebSocketLike } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import { liveMessageLimitBytes } from '../../../core/team/liveMessages';
import { Allowance } from '../allowance';

/** What windows send; all else Hocuspocus knows is said between servers. */
const fromWindows: ReadonlySet<number> = new Set([
  MessageType.Sync,
  MessageType.SyncReply,
  MessageType.Awareness,
  MessageType.Auth,
  MessageType.QueryAwareness,
  MessageType.Stateless,
  MessageType.CLOSE,
]);

/** The longest message that is asked for with words; a `keep` has thirty. */
const statelessLimitBytes = 400;
/** A message and a half for each key of a fast writer, with carets and a return from a day offline. */
const messages = { perSecond: 200, atOnce: 1000 };
const bytes = { perSecond: 1_000_000, atOnce: 2 * liveMessageLimitBytes };
/** Bytes a window may be behind; it is cut off then and joins anew. */
const backlogLimitBytes = 32_000_000;

export interface LiveSocket {
  /** What Hocuspocus writes to. */
  outlet: WebSocketLike;
  /** Reads on; until then what arrives waits in the network. */
  resume(): void;
  pause(): void;
}

/**
 * Lets through to `onMessage` what a window may say, in its order and not faster than people type. Who sends more is
 * read more slowly, so that the excess waits at their end; who sends what no window sends is cut off.
 */
export function guardSocket(socket: WebSocket, onMessage: (message: Uint8Array) => void): LiveSocket {
  const allowed = [new Allowance(messages), new Allowance(bytes)] as const;
  let isHeld = false;
  let timer: NodeJS.Timeout | null = null;

  const resume = () => {
    timer = null;
    if (!isHeld) socket.resume();
  };
  socket.on('message', (data: Buffer) => {
    const fault = messageFault(data);
    if (fault) return socket.close(fault.code, fault.reason);
    const waitMs = Math.max(allowed[0].take(1), allowed[1].take(data.length));
    if (waitMs > 0 && !timer) {
      socket.pause();
      timer = setTimeout(resume, waitMs);
    }
    onMessage(data);
  });
  socket.on('close', () => timer && clearTimeout(timer));

  return {
    outlet: outletOf(socket),
    pause() {
      isHeld = true;
      socket.pause();
    },
    resume() {
      isHeld = false;
      if (!timer) socket.resume();
    },
  };
}

function outletOf(socket: WebSocket): WebSocketLike {
  return {
    get readyState() {
      return socket.readyState;
    },
    send(data) {
      if (socket.bufferedAmount > backlogLimitBytes) socket.terminate();
      else socket.send(data as Uint8Array);
    },
    close: (code, reason) => socket.close(code, reason),
  };
}

function messageFault(data: Buffer): { code: number; reason: string } | null {
  if (data.length > liveMessageLimitBytes) return { code: 1009, reason: 'too-large' };
  try {
    const message = new IncomingMessage(data);
    const narrative = message.readVarString();
    const type: number = message.readVarUint();
    const isShort = type !== MessageType.Stateless || data.length <= statelessLimitBytes;
    if (narrativeIdSchema.safeParse(narrative).success && fromWindows.has(type) && isShort) return null;
  } catch {
    // Not a message at all.
  }
  return { code: 1008, reason: 'bad-message' };
}
