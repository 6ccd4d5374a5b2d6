import { endKey } from './itemEnds';
import { chainOf, type Thread, type ThreadRow } from './readThread';

/** The promises that come true at a step, answer or how-to: those linked to it, or to a screen that stands in it. */
export function keptBy({ rows, ends }: Thread, key: string): ThreadRow[] {
  const keys = new Set([key]);
  for (const [screen, holders] of ends.holders) {
    if (holders.has(key)) keys.add(endKey({ kind: 'screen', id: screen }));
  }
  return rows.filter((row) => chainOf(row).some((end) => keys.has(endKey(end))));
}
