import type { VersionEntry } from '../../../core/review/versions/versionEntry';
import { nearDay, nearTime } from '../../ui/dates';

/** Why a version is there, in the words of the timeline. */
export function reasonWords({ reason, name, draft }: VersionEntry): string {
  switch (reason) {
    case 'named':
      return name;
    case 'beforeRestore':
      return name === '' ? 'Before a restore' : `Before “${name}” was restored`;
    case 'export':
      return name === '' ? 'Exported' : `Exported as ${name}`;
    case 'draft':
      return `End of draft ${draft}`;
    case 'meeting':
      return name === '' ? 'Made for a meeting' : `For the meeting: ${name}`;
    case 'packet':
      return name === '' ? 'Packet for readers' : `Packet for ${name}`;
    case 'signOff':
      return name === '' ? 'Signed' : `Signed: ${name}`;
    case 'check':
      return name === '' ? 'People were asked about it' : `People were asked: ${name}`;
    case 'session':
      return 'After writing';
  }
}

/** When, by whom, in which draft and how long. */
export function factsLine({ at, by, draft, words }: VersionEntry, now: Date): string {
  const facts = [nearTime(new Date(at), now), by, `draft ${draft}`, countOf(words, 'word')];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** One version in a list to choose from. */
export const choiceWords = (entry: VersionEntry, now: Date): string =>
  `${reasonWords(entry)} (${nearTime(new Date(entry.at), now)})`;

/** "One change", "12 changes". */
export const countOf = (count: number, what: string): string =>
  count === 1 ? `one ${what}` : `${count} ${what}s`;

/** "12 changes since you last read (draft 6, Tuesday)". */
export function sinceReadWords(read: { changes: number; draft: number; at: string }, now: Date): string {
  const count = countOf(read.changes, 'change');
  const day = nearDay(new Date(read.at), now);
  const when = day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day;
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} since you last read (draft ${read.draft}, ${when})`;
}
