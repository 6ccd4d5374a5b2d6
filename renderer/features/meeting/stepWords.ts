import type { MeetingStep } from '../../../core/review/meeting/readMeetings';

/** The steps of a meeting as its bar names them, in order. */
export const stages = [
  { step: 'reading', title: 'Read' },
  { step: 'impressions', title: 'Impressions' },
  { step: 'parts', title: 'Part by part' },
  { step: 'decision', title: 'Decide' },
] as const satisfies readonly { step: MeetingStep; title: string }[];
