/** A moment as it stands in file names, such as `2027-09-14T09-15-00-123Z`: sorts by time, safe on every system. */
export function toTimeStamp(moment: Date): string {
  return moment.toISOString().replace(/[:.]/g, '-');
}

const stampPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/;

/** The moment of a stamp; null for text that is none. */
export function parseTimeStamp(stamp: string): Date | null {
  const [, day, hours, minutes, seconds, milliseconds] = stampPattern.exec(stamp) ?? [];
  if (day === undefined) return null;
  const moment = new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** A moment as people say it: the time of day, with the day before it when that is not today. */
export function toSpokenTime(moment: Date, now: Date): string {
  const clock = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === now.toDateString()) return clock;
  return `${clock} on ${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
}
