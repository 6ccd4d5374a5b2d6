import type { ExportDocument } from './exportDocument';

/** Which draft this is and of which day, as exports print it: "Draft 7, 23 November 2026". */
export function printedStamp({ meta, date }: ExportDocument): string {
  return `Draft ${meta.draft}, ${longDate(date)}`;
}

/** An ISO date as people write it; anything else as it is. */
export function longDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
