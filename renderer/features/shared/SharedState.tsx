import { IconUsers } from '@tabler/icons-react';
import type { NarrativeId } from '../../../core/narrative/meta';
import { useOperation } from '../../client/useOperation';
import classes from './Shared.module.css';
import { stepWords } from './sharedWords';

/** Which team a narrative is shared with, and whether it has all of it; nothing for one's own. */
export function SharedState({ id }: { id: NarrativeId }) {
  const { data: teams } = useOperation('teams.list', {});
  const team = teams?.find(({ narratives }) => narratives.some((kept) => kept.id === id));
  if (!team) return null;
  return (
    <span className={classes.state} role="status">
      <IconUsers size={15} stroke={1.75} aria-hidden /> {stepWords(team, id)}
    </span>
  );
}
