import { initialsOf, type PersonHere } from '../../editor/live/people';
import classes from './Presence.module.css';

/** Who else is in one part, small, beside its name. */
export function PeopleAt({ people }: { people: readonly PersonHere[] }) {
  if (people.length === 0) return null;
  const names = people.map(({ person }) => person.name).join(', ');
  return (
    <span className={classes.at} role="img" aria-label={`Here: ${names}`} title={names}>
      {people.map(({ person }) => (
        <span key={person.id} className={classes.dot} data-colour={person.colour} aria-hidden>
          {initialsOf(person.name)}
        </span>
      ))}
    </span>
  );
}
