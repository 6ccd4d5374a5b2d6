import type { Reaction } from '../../../core/review/records/excitement';
import classes from './Heat.module.css';

interface MarkedWordsProps {
  reactions: readonly Reaction[];
  /** Those that more than one customer had. */
  several?: readonly Reaction[];
  children: string;
}

/** Words with one line under them for each reaction, each at a height and of a kind of its own. */
export function MarkedWords({ reactions, several = [], children }: MarkedWordsProps) {
  const [reaction, ...others] = reactions;
  if (reaction === undefined) return children;
  return (
    <span className={classes[reaction]} data-several={several.includes(reaction) || undefined}>
      <MarkedWords reactions={others} several={several}>
        {children}
      </MarkedWords>
    </span>
  );
}
