import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { DatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import { roles } from '../../../core/team/role';
import type { Scope } from '../../../core/team/teamRecords';
import type { TeamView } from '../../../core/team/teamView';
import { useAction } from '../../client/useAction';
import { ErrorNotice } from '../../ui/ErrorNotice';
import rows from '../../ui/rows.module.css';
import type { ShownLink } from './LinkCard';
import { grantWords, roleWords } from './roleWords';
import classes from './Team.module.css';

interface MemberRowProps {
  member: TeamView['members'][number];
  narrative: NarrativeId | null;
  isMe: boolean;
  /** Whether whoever looks owns the team. */
  isOwner: boolean;
  onLink: (link: ShownLink) => void;
}

/** One member, and what an owner can change about them. */
export function MemberRow({ member, narrative, isMe, isOwner, onLink }: MemberRowProps) {
  const [isAsking, setAsking] = useState(false);
  const link = useAction('team.linkFor');
  const remove = useAction('team.removeMember');
  const setRole = useAction('team.setRole');
  const error: DatelineError | null = link.error ?? remove.error ?? setRole.error;
  const makeLink = () => {
    const effect = isMe ? 'It signs you in on another device, once.' : `It signs ${member.name} in, once.`;
    link.mutate({ member: member.id }, { onSuccess: (made) => onLink({ ...made, effect }) });
  };
  return (
    <li>
      <span>
        <b>{member.name}</b>
        {isMe && ' (you)'}
        <span className={classes.role}>{grantWords(member.grants, narrative)}</span>
      </span>
      <span className={rows.acts}>
        {isOwner && (
          <RoleMenu
            name={member.name}
            narrative={narrative}
            onRole={(scope, role) => setRole.mutate({ member: member.id, scope, role })}
          />
        )}
        {(isMe || isOwner) && (
          <Button size="compact-sm" variant="subtle" onClick={makeLink}>
            {isMe ? 'Link for another device' : `Link for ${member.name}`}
          </Button>
        )}
        {isOwner && !isMe && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
            Remove
          </Button>
        )}
      </span>
      {isAsking && (
        <div className={classes.asking} role="alertdialog" aria-label={`Remove ${member.name}?`}>
          <p>
            {member.name} will be signed out everywhere. What they wrote and said stays, under their name.
          </p>
          <Button size="compact-sm" onClick={() => remove.mutate({ member: member.id })}>
            Remove {member.name}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)} autoFocus>
            Keep them
          </Button>
        </div>
      )}
      {error && <ErrorNotice error={error} />}
    </li>
  );
}

interface RoleMenuProps {
  name: string;
  narrative: NarrativeId | null;
  onRole: (scope: Scope, role: (typeof roles)[number] | null) => void;
}

function RoleMenu({ name, narrative, onRole }: RoleMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={`Change the role of ${name}`}>
          Role
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <RoleItems label="In the whole team" scope="team" onRole={onRole} />
        {narrative !== null && <RoleItems label="In this narrative" scope={narrative} onRole={onRole} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function RoleItems({
  label,
  scope,
  onRole,
}: { label: string; scope: Scope } & Pick<RoleMenuProps, 'onRole'>) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {roles.map((role) => (
        <Menu.Item key={role} onClick={() => onRole(scope, role)}>
          {roleWords[role].name}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => onRole(scope, null)}>No role</Menu.Item>
    </>
  );
}
