import classes from './Decision.module.css';

/** Leads to what readers remember, where somebody has answered. */
export function SharedNote({ people, href }: { people: number; href: string }) {
  if (people === 0) return null;
  return (
    <p className={classes.say}>
      {people === 1 ? 'One reader has' : `${people} readers have`} said what they remember of this draft. See{' '}
      <a href={href}>What we share</a> before you decide.
    </p>
  );
}
