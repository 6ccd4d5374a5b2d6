const dayMs = 86_400_000;

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', options);
  return (date: Date) => formatter.format(date);
};

/** "Monday, 23 November 2026". */
export function longDate(date: Date): string {
  const weekday = format({ weekday: 'long' })(date);
  return `${weekday}, ${format({ day: 'numeric', month: 'long', year: 'numeric' })(date)}`;
}

/** The day as the writer's calendar has it, ISO. */
export function localDay(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** An ISO date as people write it: "14 December 2026". */
export const longDay = (day: string): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric' })(new Date(`${day}T12:00:00`));

/** "09:41". */
export const clockTime = format({ hour: '2-digit', minute: '2-digit' });

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** Whole days from one day to another; negative for the past. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / dayMs);
}

/** A day as near as people speak of it: "Today", "Yesterday", "Friday", "12 Nov", "12 Nov 2025". */
export function nearDay(date: Date, now: Date): string {
  const ago = daysBetween(date, now);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  if (ago > 1 && ago < 7) return format({ weekday: 'long' })(date);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return format({ day: 'numeric', month: 'short', ...year })(date);
}

/** The same within a sentence: "today", "Friday", "12 Nov". */
export function dayInSentence(date: Date, now: Date): string {
  const day = nearDay(date, now);
  return day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day;
}

/** "09:41 today", "18:05 yesterday", "12 Nov, 09:41". */
export function nearTime(date: Date, now: Date): string {
  const day = nearDay(date, now);
  if (day === 'Today' || day === 'Yesterday') return `${clockTime(date)} ${day.toLowerCase()}`;
  return `${day}, ${clockTime(date)}`;
}
