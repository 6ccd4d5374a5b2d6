import { Button } from '@mantine/core';
import type { DatelineError } from '../../../core/api/errors';
import { type Access, maySay, mayWrite } from '../../editor/live/access';
import type { OpenSession } from '../../editor/session/openSession';
import { Banner } from '../../ui/Banner';
import { useRunCommand } from '../commands/CommandProvider';
import classes from './Frame.module.css';
import { saveCopy } from './saveCopy';

/** Says why the text cannot be written in here, and what can be done instead; nothing where it can. */
export function AccessLine({ session, access }: { session: OpenSession; access: Access }) {
  if (mayWrite(access)) return null;
  return (
    <div className={classes.notices}>
      {access.refusal ? (
        <RefusalBanner session={session} refusal={access.refusal} />
      ) : (
        <RoleBanner canSay={maySay(access)} />
      )}
    </div>
  );
}

function RefusalBanner({ session, refusal }: { session: OpenSession; refusal: DatelineError }) {
  return (
    <Banner tone="stop">
      <b>{refusal.message}</b> {refusal.next}{' '}
      <Button variant="default" size="compact-sm" onClick={() => saveCopy(session)}>
        Save a copy
      </Button>{' '}
      <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
        Open it again
      </Button>
    </Banner>
  );
}

function RoleBanner({ canSay }: { canSay: boolean }) {
  const run = useRunCommand();
  if (!canSay)
    return (
      <Banner tone="info">
        You are reading what the team writes. If you would like to comment, ask an owner of the team.
      </Banner>
    );
  return (
    <Banner tone="info">
      You are reviewing: choose words to comment on them, or suggest how you would write them.{' '}
      <Button variant="default" size="compact-sm" onClick={() => run('edit.suggesting')}>
        Suggest changes
      </Button>
    </Banner>
  );
}
