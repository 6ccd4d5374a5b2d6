import WebSocket from 'ws';
import { type EventMessage, parseEvent } from '../../core/api/events';
import { jsonOrNull } from '../../core/json/jsonOrNull';

const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A line on which nothing arrived for so long is taken for cut, in milliseconds; the server asks more often. */
const silenceMs = 60_000;

/** With which a server closes the socket of somebody who is signed out. */
const signedOutCode = 4403;

export interface EventLineOptions {
  /** Of the team's server. */
  address: string;
  session: string;
  onEvent: (message: EventMessage) => void;
  /** Called each time the line is there, and each time it is lost. `isRefused` says that the session opens nothing any more. */
  onOpen: () => void;
  onLost: (isRefused: boolean) => void;
}

/** Holds a socket to a team's events open, again and again with growing pauses; returns what ends that. */
export function holdEventLine(options: EventLineOptions): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = firstDelayMs;
  let hasEnded = false;

  function open(): void {
    const line = new WebSocket(socketAddress(options.address, '/events'), {
      headers: { authorization: `Bearer ${options.session}` },
      handshakeTimeout: 10_000,
    });
    socket = line;
    let isRefused = false;
    const stopWatching = cutWhenSilent(line);
    line.on('open', () => {
      delayMs = firstDelayMs;
      options.onOpen();
    });
    line.on('message', (data) => {
      const event = parseEvent(jsonOrNull(String(data)));
      if (event) options.onEvent(event);
    });
    line.on('unexpected-response', (request, { statusCode }) => {
      isRefused = statusCode === 401;
      request.destroy();
      line.terminate();
    });
    // What went wrong is of no use here; that the line is lost is told below.
    line.on('error', () => undefined);
    line.on('close', (code) => {
      stopWatching();
      if (hasEnded) return;
      if (code === signedOutCode) isRefused = true;
      options.onLost(isRefused);
      if (isRefused) return;
      timer = setTimeout(open, delayMs);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    });
  }
  open();

  return () => {
    hasEnded = true;
    clearTimeout(timer);
    socket?.terminate();
  };
}

/** A laptop that slept keeps a socket that nobody answers any more. */
function cutWhenSilent(line: WebSocket): () => void {
  let hasHeard = true;
  const heard = () => {
    hasHeard = true;
  };
  line.on('message', heard).on('pong', heard).on('ping', heard);
  const timer = setInterval(() => {
    if (!hasHeard) line.terminate();
    hasHeard = false;
    if (line.readyState === WebSocket.OPEN) line.ping();
  }, silenceMs / 2);
  return () => clearInterval(timer);
}

/** The address of a socket on the server at that address. */
export function socketAddress(address: string, path: string): string {
  return `${address.replace(/^http/, 'ws')}${path}`;
}
