import type { ExportDocument } from './exportDocument';

/** Which draft this is, or what it was called for this export, and of which day: "Draft 7, 23 November 2026". */
export function printedStamp({ meta, options, date }: ExportDocument): string {
  return `${options.versionLabel.trim() || `Draft ${meta.draft}`}, ${longDate(date)}`;
}

/** An ISO date as people write it; anything else as it is. */
export function longDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
