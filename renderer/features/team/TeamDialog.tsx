import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { TeamView } from '../../../core/team/teamView';
import { useAction } from '../../client/useAction';
import { useOperation } from '../../client/useOperation';
import { ErrorNotice } from '../../ui/ErrorNotice';
import rows from '../../ui/rows.module.css';
import { AuditList } from './AuditList';
import { InviteForm } from './InviteForm';
import { LinkCard, type ShownLink } from './LinkCard';
import { MemberRow } from './MemberRow';
import { OpenInvitations } from './OpenInvitations';
import classes from './Team.module.css';

export interface TeamDialogProps {
  /** The narrative that is open; null in the library. */
  narrative: NarrativeId | null;
  onClose: () => void;
}

/** Who belongs to the team, what each may do, and how others come in. */
export function TeamDialog({ narrative, onClose }: TeamDialogProps) {
  const { data: team, error } = useOperation('team.read', {});
  return (
    <Modal opened onClose={onClose} title={team?.name ?? 'Team'} size={640}>
      {error && <ErrorNotice error={error} />}
      {team && <TeamSections team={team} narrative={narrative} />}
    </Modal>
  );
}

function TeamSections({ team, narrative }: { team: TeamView; narrative: NarrativeId | null }) {
  const [link, setLink] = useState<ShownLink | null>(null);
  const isOwner = team.me.grants.some(({ scope, role }) => scope === 'team' && role === 'owner');
  return (
    <div className={classes.sections}>
      <section aria-labelledby="team-members">
        <h3 id="team-members">Members</h3>
        <ul className={rows.rows}>
          {team.members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              narrative={narrative}
              isMe={member.id === team.me.id}
              isOwner={isOwner}
              onLink={setLink}
            />
          ))}
        </ul>
      </section>
      {link && <LinkCard link={link} onDone={() => setLink(null)} />}
      {isOwner && (
        <section aria-labelledby="team-invite">
          <h3 id="team-invite">Invite</h3>
          <InviteForm narrative={narrative} onLink={setLink} />
          <OpenInvitations invitations={team.invitations} />
        </section>
      )}
      {isOwner && <AuditList team={team} />}
      <SignOut />
    </div>
  );
}

function SignOut() {
  const signOut = useAction('team.signOut');
  return (
    <div className={classes.foot}>
      {signOut.error && <ErrorNotice error={signOut.error} />}
      <Button
        variant="default"
        onClick={() => signOut.mutate({}, { onSuccess: () => window.location.assign('/') })}
      >
        Sign out
      </Button>
      <p className={classes.quiet}>To come back you need a link: make one for another device first.</p>
    </div>
  );
}
