/** The value below which `share` (0 to 1) of the measurements lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** Runs `job` and says how long it took, in milliseconds. */
export async function timed<T>(job: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await job();
  return { ms: performance.now() - started, value };
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const ratio = (value: number): string => `${value.toFixed(2)} ×`;
