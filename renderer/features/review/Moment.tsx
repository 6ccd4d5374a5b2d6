import { nearTime } from '../../ui/dates';

/** When something was said. Some programs keep no moment, which files tell as the very first one. */
export function Moment({ at, now }: { at: string; now: Date }) {
  const moment = new Date(at);
  if (moment.getTime() === 0) return null;
  return <time dateTime={at}>{nearTime(moment, now)}</time>;
}
