import { useEffect, useMemo, useState } from 'react';
import { nextReveal, visibleRecords } from '../../../core/review/meeting/visibleRecords';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import type { OpenSession } from '../../editor/session/openSession';
import { useSessionValue } from '../../editor/session/useSession';

/** Everything said about the narrative that may be seen now: while a room reads, only what one wrote oneself. */
export function useVisibleRecords(session: OpenSession, viewer: string): readonly ReviewRecord[] {
  const records = useSessionValue(session, (open) => open.review());
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const moment = new Date();
    setNow(moment);
    const reveal = nextReveal(records, moment);
    if (!reveal) return;
    const waiting = setTimeout(() => setNow(new Date()), reveal.getTime() - moment.getTime());
    return () => clearTimeout(waiting);
  }, [records]);
  return useMemo(() => visibleRecords(records, { viewer, now }), [records, viewer, now]);
}
