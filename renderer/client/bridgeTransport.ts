import type { Operation } from '../../core/api/operations';
import type { Transport } from './transport';

/** What the desktop shell's preload puts into the window. */
export interface DatelineBridge {
  call(operation: Operation, input: unknown): Promise<unknown>;
  on(listener: (message: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly dateline?: DatelineBridge;
  }
}

/** The desktop shell's transport. It lives and dies with the app, so it never reconnects. */
export function createBridgeTransport(bridge: DatelineBridge): Transport {
  return {
    send: (operation, input) => bridge.call(operation, input),
    onMessage: (listener) => bridge.on(listener),
    onReconnect: () => () => undefined,
  };
}
