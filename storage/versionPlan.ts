import type { ContentVersion } from '../core/format/contentVersion';
import type { VersionEntry } from '../core/review/versions/versionEntry';

const dayMs = 24 * 60 * 60 * 1000;
const keepOfLastDay = 24;
const daysOneByOne = 30;
const keepAtMost = 100;

/**
 * Which entries of a timeline stay, `entries` and answer newest first. Whatever was kept for a reason stays for good.
 * Of those kept by themselves stay the newest 24 of the last 24 hours, the newest of each day for 30 days and of each
 * week before, 100 at most; none of them beside another entry of the same content. `needed` are contents that somebody
 * has to compare with: the newest entry of each stays.
 */
export function chooseVersionsToKeep(
  entries: readonly VersionEntry[],
  { now, needed }: { now: Date; needed: ReadonlySet<ContentVersion> },
): VersionEntry[] {
  const counts = new Map<string, number>();
  const wanted = new Set(needed);
  let automatic = 0;
  return entries.filter((entry, index) => {
    const isNeeded = wanted.delete(entry.version);
    if (entry.reason !== 'session' || isNeeded) return true;
    if (isRepeated(entries, index)) return false;
    const span = spanOf(entry, now);
    const count = counts.get(span) ?? 0;
    counts.set(span, count + 1);
    const isKept = count < (span === 'now' ? keepOfLastDay : 1) && automatic < keepAtMost;
    if (isKept) automatic += 1;
    return isKept;
  });
}

/** True where a neighbour says the same, and says why or when better. */
function isRepeated(entries: readonly VersionEntry[], index: number): boolean {
  const [newer, entry, older] = [entries[index - 1], entries[index], entries[index + 1]];
  if (newer?.version === entry?.version) return true;
  return older?.version === entry?.version && older?.reason !== 'session';
}

/** Entries of one span compete for its places. Days and weeks are counted in UTC, as the names of the files are. */
function spanOf({ at }: VersionEntry, now: Date): string {
  const moment = Date.parse(at);
  // One from the future (a clock was set back) counts as of now.
  if (now.getTime() - moment < dayMs) return 'now';
  const day = Math.floor(moment / dayMs);
  return now.getTime() - moment < daysOneByOne * dayMs ? `day ${day}` : `week ${Math.floor(day / 7)}`;
}
