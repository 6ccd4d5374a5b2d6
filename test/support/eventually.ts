import { vi } from 'vitest';

/** Waits until `check` no longer throws; ten seconds, for a browser on a busy machine. Resolves with its value. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 50 });
}
