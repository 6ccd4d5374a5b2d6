const keepToday = 3;
const keepAtMost = 10;

/**
 * Which backups of one narrative stay: the three newest of today, the newest of each earlier day, ten at most.
 * Days are counted in UTC, as the names are. A stamp from the future (a clock was set back) counts as today.
 */
export function chooseBackupsToKeep(moments: readonly Date[], now: Date): Date[] {
  const newestFirst = [...moments].sort((a, b) => b.getTime() - a.getTime());
  const today = dayOf(now);
  const perDay = new Map<string, number>();
  const kept = newestFirst.filter((moment) => {
    const day = moment > now ? today : dayOf(moment);
    const count = perDay.get(day) ?? 0;
    perDay.set(day, count + 1);
    return count < (day === today ? keepToday : 1);
  });
  return kept.slice(0, keepAtMost);
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
