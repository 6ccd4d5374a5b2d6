import { createDispatch, type Handlers } from '../../core/api/dispatch';
import { DatelineError } from '../../core/api/errors';
import type { EventMessage } from '../../core/api/events';
import type { Operation } from '../../core/api/operations';
import { defaultSettings } from '../../core/api/shapes';
import type { Host } from '../../host/ports';

/** A host port for shell tests: real dispatch over small handlers, with every call counted. */
export interface FakeHost extends Host {
  /** Operations that reached a handler, in order. */
  readonly calls: Operation[];
  readonly openedFiles: string[];
  readonly isClosed: boolean;
  emit(message: EventMessage): void;
  /** Replaces one handler. */
  answer<K extends Operation>(operation: K, handler: Handlers[K]): void;
}

export const fakeAsset = {
  name: `${'a'.repeat(64)}.svg`,
  bytes: Buffer.from('<svg/>'),
  mime: 'image/svg+xml',
};

export function createFakeHost(): FakeHost {
  const calls: Operation[] = [];
  const openedFiles: string[] = [];
  const listeners = new Set<(message: EventMessage) => void>();
  const answers = new Map<Operation, (input: never) => Promise<unknown>>();
  let isClosed = false;
  answers.set('settings.read', async () => defaultSettings);
  answers.set('settings.update', async (input: object) => ({ ...defaultSettings, ...input }));
  answers.set('narratives.trash', async () => ({}));
  answers.set('app.openExternal', async () => ({}));

  const handlers = new Proxy({} as Handlers, {
    get: (_target, operation: Operation) => async (input: never) => {
      calls.push(operation);
      const handler = answers.get(operation);
      if (!handler) throw new DatelineError('not-found', `Nothing answers ${operation} in this test.`);
      return handler(input);
    },
  });
  return {
    calls,
    openedFiles,
    get isClosed() {
      return isClosed;
    },
    emit: (message) => {
      for (const listener of listeners) listener(message);
    },
    answer: (operation, handler) => {
      answers.set(operation, handler as (input: never) => Promise<unknown>);
    },
    dispatch: createDispatch(handlers, () => undefined),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readReview: async () => ({}),
    eraseForGood: async () => ({ held: [], remaining: [] }),
    readAsset: async (name) => (name === fakeAsset.name ? fakeAsset : null),
    importFile: async () => {
      throw new Error('The fake host imports nothing.');
    },
    openFile: async (path) => {
      openedFiles.push(path);
    },
    close: async () => {
      isClosed = true;
    },
  };
}
