import type { RichDoc } from '../../narrative/richText';
import { minutesOf } from '../../review/meeting/minutesOf';
import { readMeetings } from '../../review/meeting/readMeetings';
import type { ExportDocument } from '../exportDocument';
import { minutesDoc } from './minutesDoc';

/**
 * Minutes of the meetings that were closed, the newest first, where the options ask for them; null for none. They are
 * whole, whichever parts go along: whoever asks for minutes asks for all that was said.
 */
export function exportedMinutes({ options, review, content }: ExportDocument): RichDoc | null {
  if (!options.minutes || options.layout === 'release' || !review) return null;
  const closed = readMeetings(review.records).filter(
    ({ id, step }) => step === 'closed' && (options.meeting === '' || options.meeting === id),
  );
  const blocks = closed
    .toReversed()
    .flatMap((meeting) => minutesDoc(minutesOf(meeting, review.records, content)).content ?? []);
  return blocks.length === 0 ? null : { type: 'doc', content: blocks };
}
