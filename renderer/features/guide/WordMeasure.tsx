import classes from './GuidePanel.module.css';

/** How long a section is beside how long it usually is: a hint, no target. */
export function WordMeasure({ words, about }: { words: number; about: number }) {
  const full = Math.min(words / about, 1) * 100;
  return (
    <div className={classes.measure}>
      <span>{words === 1 ? '1 word' : `${words} words`}</span>
      <svg className={classes.track} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 4">
        <rect className={classes.ground} width="100" height="4" />
        <rect className={classes.full} width={full} height="4" />
      </svg>
      <span className={classes.about}>about {about}</span>
    </div>
  );
}
