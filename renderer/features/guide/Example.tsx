import classes from './GuidePanel.module.css';

/** One of two ways to write the same idea, with the line that tells them apart. */
export function Example(props: {
  verdict: string;
  example: { text: string; note: string };
  isWeak?: boolean;
}) {
  const { verdict, example, isWeak = false } = props;
  return (
    <div className={classes.example} data-weak={isWeak || undefined}>
      <span className={classes.verdict}>{verdict}</span>
      <p>{example.text}</p>
      <p className={classes.note}>{example.note}</p>
    </div>
  );
}
