import type { NarrativeMeta } from './meta';

/** One description of two: what `mine` changed since `base` holds, everything else is as `theirs` says. */
export function mergeMeta(theirs: NarrativeMeta, mine: NarrativeMeta, base: NarrativeMeta): NarrativeMeta {
  const changed = (Object.keys(mine) as (keyof NarrativeMeta)[]).filter(
    (key) => JSON.stringify(mine[key]) !== JSON.stringify(base[key]),
  );
  const own = Object.fromEntries(changed.map((key) => [key, mine[key]]));
  const [, updatedAt = mine.updatedAt] = [theirs.updatedAt, mine.updatedAt].sort();
  return { ...theirs, ...own, updatedAt };
}
