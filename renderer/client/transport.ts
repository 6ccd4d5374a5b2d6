import type { Operation } from '../../core/api/operations';

/** How this window reaches the host, whichever shell it runs in. */
export interface Transport {
  /** Resolves with the host's untyped answer; rejects when the host cannot be reached. */
  send(operation: Operation, input: unknown): Promise<unknown>;
  /** Hears every pushed message, not yet parsed; returns the unsubscriber. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Called when the host is reached again after messages may have been missed; returns the unsubscriber. */
  onReconnect(listener: () => void): () => void;
}

/** A set of listeners with its unsubscribers. */
export function createListeners<T extends unknown[]>() {
  const listeners = new Set<(...args: T) => void>();
  return {
    add(listener: (...args: T) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    emit(...args: T) {
      for (const listener of [...listeners]) listener(...args);
    },
  };
}
