import type { PartKey } from '../../../core/narrative/parts';
import type { PersonHere } from '../../editor/live/people';
import type { OpenSession } from '../../editor/session/openSession';
import { PeopleHere } from '../../features/presence/PeopleHere';
import { useFollowing } from './useFollowing';

interface PeopleRegionProps {
  session: OpenSession;
  people: readonly PersonHere[];
  part: PartKey;
  goTo: (part: PartKey) => void;
}

/** Who else is here, and going along with one of them. */
export function PeopleRegion({ people, ...place }: PeopleRegionProps) {
  const { followed, follow } = useFollowing({ ...place, people });
  return <PeopleHere people={people} followed={followed} onFollow={follow} />;
}
