import type { PartKey } from '../../../core/narrative/parts';
import type { PersonHere } from '../../editor/live/people';
import type { OpenSession } from '../../editor/session/openSession';
import { PeopleHere } from '../../features/presence/PeopleHere';
import { NewsRegion } from './NewsRegion';
import { useFollowing } from './useFollowing';

interface PeopleRegionProps {
  session: OpenSession;
  people: readonly PersonHere[];
  part: PartKey;
  goTo: (part: PartKey) => void;
  /** Opens a remark where it stands. */
  onRemark: (id: string) => void;
}

/** Who else is here, going along with one of them, and what they did. */
export function PeopleRegion({ people, onRemark, ...place }: PeopleRegionProps) {
  const { followed, follow } = useFollowing({ ...place, people });
  return (
    <>
      <PeopleHere people={people} followed={followed} onFollow={follow} />
      <NewsRegion session={place.session} onRemark={onRemark} />
    </>
  );
}
