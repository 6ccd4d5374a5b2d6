import { findLaunchDay, findLaunchMonth, type LaunchDay } from '../../check/launchDay';

/**
 * The day that a text names, or the month where it names no day. One without a year is read in `year`: people
 * remember "14 September". Null where it names neither.
 */
export function readDay(text: string, year: string): LaunchDay | null {
  const named = findLaunchDay(text) ?? findLaunchMonth(text);
  if (named || year === '') return named;
  const open = text.trimEnd();
  const dated = [`${open} ${year}`, `${open}${year}`, `${open}/${year}`];
  for (const candidate of dated) {
    const found = findLaunchDay(candidate) ?? findLaunchMonth(candidate);
    if (found) return { ...found, quote: text.slice(found.from, found.from + found.quote.length) };
  }
  return null;
}

/** True where both can be meant: the same day, or its month. `a` and `b` are as `LaunchDay` has them. */
export const isSameDay = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Of days that tell the same, the first. */
export function distinctDays<T extends { day: string }>(days: readonly T[]): T[] {
  return days.filter(
    ({ day }, index) => !days.slice(0, index).some((earlier) => isSameDay(earlier.day, day)),
  );
}
