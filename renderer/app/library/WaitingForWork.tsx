import { Masthead } from '../../features/library/Masthead';
import { EmptyState } from '../../ui/EmptyState';
import classes from './LibraryScreen.module.css';
import { TeamButton } from './TeamButton';

/** A team's library in which somebody who does not write finds nothing to read yet. */
export function WaitingForWork({ team }: { team: string }) {
  return (
    <div className={classes.library}>
      <Masthead actions={<TeamButton />} />
      <main className={classes.waiting} data-region>
        <h1 className="dl-hidden">{team}</h1>
        <EmptyState
          line="Nothing to read yet."
          quiet={`Narratives of ${team} that you may see appear here by themselves.`}
        />
      </main>
    </div>
  );
}
