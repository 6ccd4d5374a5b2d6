import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useRunCommand } from '../commands/CommandProvider';
import { useTeamPlace } from '../useTeamPlace';

/** Leads to the team whose library this is; nothing in a library of one's own. */
export function TeamButton() {
  const run = useRunCommand();
  if (useTeamPlace().team === null) return null;
  return (
    <Button
      variant="subtle"
      leftSection={<IconUsers size={18} stroke={1.75} aria-hidden />}
      onClick={() => run('app.team')}
    >
      Team
    </Button>
  );
}
