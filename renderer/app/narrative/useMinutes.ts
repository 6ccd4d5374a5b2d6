import { useMemo } from 'react';
import { minutesDoc } from '../../../core/export/minutes/minutesDoc';
import { minutesOf } from '../../../core/review/meeting/minutesOf';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { useSessionValue } from '../../editor/session/useSession';
import type { SheetRegionProps } from './SheetRegion';

/** The minutes of a meeting as all that is said of it now tells them, and the same as a document. */
export function useMinutes(
  meeting: Meeting,
  { session, content }: Pick<SheetRegionProps, 'session' | 'content'>,
) {
  const records = useSessionValue(session, (open) => open.review());
  return useMemo(() => {
    const minutes = minutesOf(meeting, records, content);
    return { minutes, doc: minutesDoc(minutes) };
  }, [meeting, records, content]);
}
