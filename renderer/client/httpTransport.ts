import type { Operation } from '../../core/api/operations';
import { createListeners, type Transport } from './transport';

const firstDelayMs = 250;
const longestDelayMs = 5_000;

/**
 * The browser shell's transport: one POST for each call and one socket for events, which comes back by itself.
 * `close` stops both for good.
 */
export function createHttpTransport(origin: string): Transport & { close(): void } {
  const messages = createListeners<[unknown]>();
  const reconnects = createListeners<[]>();
  let isHearing = false;
  let beginHearing = () => {};
  const hearing = new Promise<void>((resolve) => {
    beginHearing = resolve;
  });
  const closeSocket = keepSocket(socketUrl(origin), {
    onMessage: messages.emit,
    onReconnect: reconnects.emit,
    onTried: () => {
      isHearing = true;
      beginHearing();
    },
  });
  return {
    async send(operation, input) {
      // Nobody would tell of what changes between an answer and a socket that opens after it.
      if (!isHearing) await hearing;
      return post(new URL('/api', origin), { operation, input });
    },
    onMessage: messages.add,
    onReconnect: reconnects.add,
    close: closeSocket,
  };
}

/** Browsers carry at most 64 kB of requests on after their page is gone; some of it is left for the headers. */
const keepaliveBytes = 60_000;
/** What may be sent while the page is left. */
const keepsWords: ReadonlySet<string> = new Set(['narratives.save', 'review.add']);

async function post(url: URL, message: { operation: Operation; input: unknown }): Promise<unknown> {
  const body = JSON.stringify(message);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dateline': '1' },
    body,
    // The last words before a window closes still have to arrive.
    keepalive: keepsWords.has(message.operation) && isWithin(body, keepaliveBytes),
  });
  return response.json();
}

/** Whether a text has fewer bytes; one that has more characters is not counted. */
const isWithin = (text: string, bytes: number): boolean =>
  text.length < bytes && new TextEncoder().encode(text).byteLength < bytes;

function socketUrl(origin: string): URL {
  const url = new URL('/events', origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url;
}

interface SocketListeners {
  onMessage: (message: unknown) => void;
  /** Open again, or for the first time after a try that failed. */
  onReconnect: () => void;
  /** The first try has succeeded or failed. */
  onTried: () => void;
}

/** Holds one socket open, opening it again with growing pauses; returns what ends that. */
function keepSocket(url: URL, { onMessage, onReconnect, onTried }: SocketListeners): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = firstDelayMs;
  let wasTried = false;
  let ended = false;

  const tried = () => {
    wasTried = true;
    onTried();
  };
  const open = () => {
    socket = new WebSocket(url);
    socket.onopen = () => {
      if (wasTried) onReconnect();
      tried();
      delayMs = firstDelayMs;
    };
    socket.onmessage = (event) => onMessage(parseJson(event.data));
    socket.onclose = () => {
      tried();
      if (ended) return;
      timer = setTimeout(open, delayMs);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    };
  };
  open();

  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.close();
  };
}

/** The parsed text, or null: a message nobody can read is no message. */
function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
