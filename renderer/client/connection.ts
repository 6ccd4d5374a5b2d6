import { type Call, createClient } from '../../core/api/client';
import { type EventData, type EventMessage, type EventName, parseEvent } from '../../core/api/events';
import { createBridgeTransport } from './bridgeTransport';
import { createHttpTransport } from './httpTransport';
import { createListeners, type Transport } from './transport';

/** Hears one kind of event, parsed; returns the unsubscriber. */
export type OnEvent = <K extends EventName>(name: K, listener: (data: EventData<K>) => void) => () => void;

/** The host as this window sees it: typed calls out, typed events in. */
export interface Connection {
  call: Call;
  onEvent: OnEvent;
  /** Events may have been missed before this; read again what is shown. */
  onReconnect(listener: () => void): () => void;
}

/** A typed connection over a transport. Messages that are not ours are dropped. */
export function createConnection(transport: Transport): Connection {
  const events = createListeners<[EventMessage]>();
  transport.onMessage((message) => {
    const parsed = parseEvent(message);
    if (parsed) events.emit(parsed);
  });
  return {
    call: createClient(transport.send),
    onEvent: (name, listener) =>
      events.add(({ event, data }) => {
        if (event === name) listener(data as Parameters<typeof listener>[0]);
      }),
    onReconnect: transport.onReconnect,
  };
}

/** Connects to whichever shell opened this window. */
export function connectToShell(): Connection {
  const transport = window.dateline
    ? createBridgeTransport(window.dateline)
    : createHttpTransport(window.location.origin);
  return createConnection(transport);
}
