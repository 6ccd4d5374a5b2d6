import type { TeamView } from '../../../core/team/teamView';
import { useAction } from '../../client/useAction';
import { longDay } from '../../ui/dates';
import { ErrorNotice } from '../../ui/ErrorNotice';
import rows from '../../ui/rows.module.css';
import wordButton from '../../ui/wordButton.module.css';
import { roleWords } from './roleWords';

type Invitation = TeamView['invitations'][number];

/** Invitations that still let somebody in. */
export function OpenInvitations({ invitations }: Pick<TeamView, 'invitations'>) {
  const revoke = useAction('team.revokeInvitation');
  const now = new Date().toISOString();
  const open = invitations.filter((invitation) => isOpen(invitation, now));
  if (open.length === 0) return null;
  return (
    <>
      <h4>Open invitations</h4>
      {revoke.error && <ErrorNotice error={revoke.error} />}
      <ul className={rows.rows}>
        {open.map((invitation) => (
          <li key={invitation.id}>
            <span>{invitationWords(invitation)}</span>
            <button
              type="button"
              className={wordButton.act}
              aria-label={`Take back: ${invitationWords(invitation)}`}
              onClick={() => revoke.mutate({ invitation: invitation.id })}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const isOpen = ({ revokedAt, expiresAt, isSingleUse, usedBy }: Invitation, now: string): boolean =>
  revokedAt === null && expiresAt > now && !(isSingleUse && usedBy.length > 0);

function invitationWords({ grant, member, isSingleUse, usedBy, expiresAt }: Invitation): string {
  const until = `until ${longDay(expiresAt.slice(0, 10))}`;
  if (member !== null) return `Signs a member in again, ${until}`;
  const who = isSingleUse ? 'for one person' : `for many, ${usedBy.length} came`;
  const where = grant.scope === 'team' ? '' : ' of one narrative';
  return `${roleWords[grant.role].name}${where}, ${who}, ${until}`;
}
