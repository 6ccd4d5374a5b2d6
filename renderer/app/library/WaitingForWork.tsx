import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Masthead } from '../../features/library/Masthead';
import { EmptyState } from '../../ui/EmptyState';
import { useRunCommand } from '../commands/CommandProvider';
import classes from './LibraryScreen.module.css';

/** A team's library in which somebody who does not write finds nothing to read yet. */
export function WaitingForWork({ team }: { team: string }) {
  const run = useRunCommand();
  return (
    <div className={classes.library}>
      <Masthead
        actions={
          <Button
            variant="subtle"
            leftSection={<IconUsers size={18} stroke={1.75} aria-hidden />}
            onClick={() => run('app.team')}
          >
            Team
          </Button>
        }
      />
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
