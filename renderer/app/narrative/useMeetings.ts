import { useMemo } from 'react';
import { currentMeeting, type Meeting, readMeetings } from '../../../core/review/meeting/readMeetings';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** The meetings of a narrative, oldest first, and the one that goes on. */
export function useMeetings(session: OpenSession): { meetings: readonly Meeting[]; current: Meeting | null } {
  const records = useSessionValue(session, (open) => open.review());
  return useMemo(() => {
    const meetings = readMeetings(records);
    return { meetings, current: currentMeeting(meetings) };
  }, [records]);
}
