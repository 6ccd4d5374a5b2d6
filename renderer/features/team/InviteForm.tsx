import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import { type Role, roles } from '../../../core/team/role';
import { useAction } from '../../client/useAction';
import { ErrorNotice } from '../../ui/ErrorNotice';
import type { ShownLink } from './LinkCard';
import { roleWords } from './roleWords';
import classes from './Team.module.css';

/** How long an invitation lets people in, at most. */
const longestDays = 90;

interface InviteFormProps {
  narrative: NarrativeId | null;
  onLink: (link: ShownLink) => void;
}

/** Makes a link that lets somebody in. */
export function InviteForm({ narrative, onLink }: InviteFormProps) {
  const [role, setRole] = useState<Role>('reviewer');
  const [isHere, setHere] = useState(narrative !== null);
  const [isSingleUse, setSingleUse] = useState(true);
  const [days, setDays] = useState(7);
  const invite = useAction('team.invite');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const scope = isHere && narrative !== null ? narrative : 'team';
    const who = isSingleUse ? 'Whoever opens it first joins' : 'Everybody who opens it joins';
    const effect = `${who} as ${roleWords[role].as}.`;
    invite.mutate(
      { grant: { scope, role }, isSingleUse, days },
      { onSuccess: ({ path, invitation }) => onLink({ path, expiresAt: invitation.expiresAt, effect }) },
    );
  };
  return (
    <form className={classes.invite} onSubmit={send}>
      <NativeSelect
        label="Role"
        description={roleWords[role].line}
        data={roles.map((value) => ({ value, label: roleWords[value].name }))}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
      />
      <NativeSelect
        label="Where"
        description={isHere ? 'They see nothing else.' : 'In every narrative of the team.'}
        data={[
          ...(narrative === null ? [] : [{ value: 'here', label: 'This narrative' }]),
          { value: 'team', label: 'The whole team' },
        ]}
        value={isHere && narrative !== null ? 'here' : 'team'}
        onChange={({ currentTarget }) => setHere(currentTarget.value === 'here')}
      />
      <NativeSelect
        label="For"
        data={[
          { value: 'one', label: 'One person' },
          { value: 'many', label: 'Many people' },
        ]}
        value={isSingleUse ? 'one' : 'many'}
        onChange={({ currentTarget }) => setSingleUse(currentTarget.value === 'one')}
      />
      <NumberInput
        label="Days"
        min={1}
        max={longestDays}
        allowDecimal={false}
        clampBehavior="strict"
        value={days}
        onChange={(value) => setDays(Math.max(1, Number(value) || 1))}
      />
      {invite.error && <ErrorNotice error={invite.error} />}
      <Button type="submit" loading={invite.isPending}>
        Make a link
      </Button>
    </form>
  );
}
