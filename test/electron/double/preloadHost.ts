/** Runs a preload's code with the modules that a sandboxed preload may ask for. */
export type PreloadCode = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
) => void;

type Invoke = (call: { channel: string; args: unknown[] }) => Promise<{ ok: unknown } | { error: string }>;

/** Name of the page's door for `webContents.send`, hidden behind a symbol. */
export const dispatchSymbol = 'dateline.double.dispatch';

/**
 * Runs inside the page, before its scripts: an approximation of a sandboxed preload and of the copies that the
 * context bridge makes. It is sent as source text, so it may use nothing from outside.
 */
export function preloadHost(code: PreloadCode, dispatchName: string): void {
  const isAppPage = window === window.top && location.href !== 'about:blank';
  const invoke = Reflect.get(window, '__doubleInvoke') as Invoke;
  Reflect.deleteProperty(window, '__doubleInvoke');
  if (!isAppPage) return;

  const bus = new EventTarget();
  const hearers = new Map<unknown, (event: Event) => void>();
  Object.defineProperty(window, Symbol.for(dispatchName), {
    value: (channel: string, args: unknown[]) =>
      bus.dispatchEvent(new CustomEvent(channel, { detail: args })),
  });

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const answer = await invoke({ channel, args: structuredClone(args) });
      if ('error' in answer) throw new Error(answer.error);
      return answer.ok;
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      const hear = (event: Event) => listener({}, ...(event as CustomEvent<unknown[]>).detail);
      hearers.set(listener, hear);
      bus.addEventListener(channel, hear);
    },
    off(channel: string, listener: unknown) {
      bus.removeEventListener(channel, hearers.get(listener) ?? null);
    },
  };

  const copy = (value: unknown) => (typeof value === 'function' ? value : structuredClone(value));
  const bridge = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map(copy));
        return result instanceof Promise ? result.then(bridge) : bridge(result);
      };
    }
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
      return copy(value);
    const entries = Object.entries(value).map(([key, inner]) => [key, bridge(inner)]);
    return Object.freeze(Object.fromEntries(entries));
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: object) {
      Object.defineProperty(window, key, { value: bridge(api), enumerable: true });
    },
  };
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  code(require, { exports: {} }, {});
}
