import type { ExportDocument } from './exportDocument';
import { reviewStamp } from './reviewStamp';

/**
 * Which draft this is, or what it was called for this export, of which day, and how far it was reviewed:
 * "Draft 7, 23 November 2026 · in review".
 */
export function printedStamp(document: ExportDocument): string {
  const { meta, options, date } = document;
  const draft = options.versionLabel.trim() || `Draft ${meta.draft}`;
  return `${draft}, ${longDate(date)} · ${reviewStamp(document)}`;
}

/** An ISO date as people write it; anything else as it is. */
export function longDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
