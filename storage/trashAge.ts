const dayMs = 24 * 60 * 60 * 1000;
const daysKept = 30;
/** A clock that runs ahead is noticed and put right within this time. */
const daysToNoticeClock = 7;

interface TrashAge {
  /** When it was put away. */
  trashedAt: Date;
  /** The start from which on every start found it 30 days old; null when none did yet. */
  dueSince: Date | null;
}

/**
 * What a start makes of something in the trash. A clock that jumped ahead once must not empty the trash: it is
 * spent only when two starts, a week apart, both found it 30 days old, and none in between found it younger.
 */
export function ageTrash(
  { trashedAt, dueSince }: TrashAge,
  now: Date,
): { dueSince: Date | null; isSpent: boolean } {
  if (daysBetween(trashedAt, now) < daysKept) return { dueSince: null, isSpent: false };
  const since = dueSince !== null && dueSince <= now ? dueSince : now;
  return { dueSince: since, isSpent: daysBetween(since, now) >= daysToNoticeClock };
}

const daysBetween = (earlier: Date, later: Date) => (later.getTime() - earlier.getTime()) / dayMs;
