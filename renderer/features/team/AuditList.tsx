import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TeamView } from '../../../core/team/teamView';
import { useOperation } from '../../client/useOperation';
import { nearTime } from '../../ui/dates';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { auditSentence } from './auditWords';
import classes from './Team.module.css';

const shownAtMost = 200;

/** Who did what in the team, newest first; read when it is asked for. */
export function AuditList({ team }: { team: TeamView }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useOperation('team.audit', { limit: shownAtMost }, { enabled: isOpen });
  const now = new Date();
  return (
    <section aria-labelledby="team-audit">
      <h3 id="team-audit">What was done</h3>
      {!isOpen && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          Show who did what
        </Button>
      )}
      {error && <ErrorNotice error={error} />}
      {isOpen && data && (
        <ol className={classes.audit}>
          {data.map((entry) => (
            <li key={`${entry.at} ${entry.action} ${entry.about}`}>
              {auditSentence(entry, team)}{' '}
              <time dateTime={entry.at}>{nearTime(new Date(entry.at), now)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
