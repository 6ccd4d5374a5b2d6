import { partKeys } from '../narrative/parts';
import type { DrawerItem } from './drawerItem';

/** Parked words as the agenda lists them: by the part they came from, then by when they were moved. */
export function inDrawerOrder(drawer: Readonly<Record<string, DrawerItem>>): DrawerItem[] {
  return Object.values(drawer).sort(
    (a, b) =>
      partKeys.indexOf(a.from.part) - partKeys.indexOf(b.from.part) ||
      compare(a.movedAt, b.movedAt) ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
