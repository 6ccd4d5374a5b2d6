/** Whole seconds until a moment; never less than none. */
export function secondsLeft(endsAt: string | null, now: Date): number {
  if (endsAt === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(endsAt) - now.getTime()) / 1000));
}

/** "11:40", "1:05:00". */
export function clockFace(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "11 minutes 40 seconds left". */
export function clockWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const named = [
    ...(minutes > 0 ? [count(minutes, 'minute')] : []),
    ...(seconds % 60 > 0 || minutes === 0 ? [count(seconds % 60, 'second')] : []),
  ];
  return `${named.join(' ')} left`;
}

const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** When the clock speaks, in seconds before the end, and what it says. */
const spoken = [
  { seconds: 300, words: 'Five minutes left.' },
  { seconds: 60, words: 'One minute left.' },
  { seconds: 0, words: 'The time is up.' },
] as const;

/** What the clock says on its way from one second to another; '' for nothing, as when it starts. */
export function spokenBetween(before: number, now: number): string {
  return spoken.findLast(({ seconds }) => now <= seconds && seconds < before)?.words ?? '';
}
