import { useState } from 'react';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { useAction } from '../../client/useAction';
import { writtenParts } from '../../features/exports/exportChoice';
import { type MeetingSetup, StartMeeting } from '../../features/meeting/StartMeeting';
import { roomRecords, type Say } from '../../features/meeting/say';
import { MeetingRoom } from './MeetingRoom';
import { MinutesRegion } from './MinutesRegion';
import type { SheetRegionProps } from './SheetRegion';
import { useMeetings } from './useMeetings';

/** The review meeting: opening it, the room while it goes on, and its minutes. */
export function MeetingRegion(props: SheetRegionProps) {
  const { session, content, author } = props;
  const { meetings, current } = useMeetings(session);
  const closed = meetings.filter(({ step }) => step === 'closed').toReversed();
  const [isStarting, setStarting] = useState(false);
  const start = useStart(props);
  const say: Say = (...said) => session.addReview(roomRecords(said, { by: author, now: new Date() }));
  if (current) return <MeetingRoom {...props} meeting={current} say={say} />;
  const [latest, ...older] = closed;
  if (latest && !isStarting)
    return <MinutesRegion {...props} closed={[latest, ...older]} onStart={() => setStarting(true)} />;
  const begin = async (setup: MeetingSetup) => {
    await say({ kind: 'meeting', ...(await start()), ...setup });
    setStarting(false);
  };
  return (
    <StartMeeting
      content={content}
      written={writtenParts(content)}
      author={author}
      known={latest?.opened ?? { people: [], noteTaker: '', emptyChair: '' }}
      onStart={begin}
    />
  );
}

/** Keeps the text as it is now, so that everybody speaks about the same words; answers which one that is. */
function useStart({
  session,
}: SheetRegionProps): () => Promise<Pick<Meeting['opened'], 'version' | 'draft'>> {
  const keep = useAction('versions.keep');
  return async () => {
    await session.flush();
    const { version, draft } = await keep.mutateAsync({ id: session.id, reason: 'meeting', name: '' });
    return { version, draft };
  };
}
