import { Tooltip } from '@mantine/core';
import { partDefinitions } from '../../../core/narrative/parts';
import { initialsOf, type PersonHere } from '../../editor/live/people';
import classes from './Presence.module.css';

/** More would push the name of the narrative away; the rest are counted. */
const shownAtMost = 5;

export interface PeopleHereProps {
  people: readonly PersonHere[];
  /** Id of whoever is followed; null for nobody. */
  followed: string | null;
  onFollow: (id: string | null) => void;
}

/** Who else has the narrative open. Pressing somebody goes where they are, and stays with them. */
export function PeopleHere({ people, followed, onFollow }: PeopleHereProps) {
  if (people.length === 0) return null;
  const more = people.length - shownAtMost;
  return (
    <ul className={classes.people} aria-label="Here now">
      {people.slice(0, shownAtMost).map((here) => (
        <li key={here.person.id}>
          <Person here={here} isFollowed={here.person.id === followed} onFollow={onFollow} />
        </li>
      ))}
      {more > 0 && <li className={classes.more}>and {more} more</li>}
    </ul>
  );
}

function Person(props: { here: PersonHere; isFollowed: boolean; onFollow: PeopleHereProps['onFollow'] }) {
  const { here, isFollowed, onFollow } = props;
  const { person, part } = here;
  const where = part === null ? '' : `, in ${partDefinitions[part].title}`;
  const label = isFollowed ? `Stop following ${person.name}` : `Follow ${person.name}${where}`;
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={classes.person}
        data-colour={person.colour}
        data-initials={initialsOf(person.name)}
        aria-label={label}
        aria-pressed={isFollowed}
        onClick={() => onFollow(isFollowed ? null : person.id)}
      />
    </Tooltip>
  );
}
