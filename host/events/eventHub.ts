import type { EventMessage } from '../../core/api/events';

export type Emit = (message: EventMessage) => void;

export interface EventHub {
  emit: Emit;
  /** Returns the unsubscriber. */
  onEvent(listener: Emit): () => void;
}

/** Hands every event to every listener; one that throws is reported and does not keep it from the others. */
export function createEventHub(report: (thrown: unknown) => void): EventHub {
  const listeners = new Set<Emit>();
  return {
    emit(message) {
      for (const listener of listeners) {
        try {
          listener(message);
        } catch (thrown) {
          report(thrown);
        }
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
