import type { Handlers } from '../../core/api/dispatch';
import { DatelineError } from '../../core/api/errors';

type TeamOperations =
  `team.${'read' | 'invite' | 'linkFor' | 'revokeInvitation' | 'setRole' | 'removeMember' | 'audit' | 'signOut'}`;

/** What a library of one's own answers about its team: that there is none. A team's gate answers instead of these. */
export function noTeamHandlers(): Pick<Handlers, TeamOperations> {
  return {
    'team.read': async () => null,
    'team.invite': refuse,
    'team.linkFor': refuse,
    'team.revokeInvitation': refuse,
    'team.setRole': refuse,
    'team.removeMember': refuse,
    'team.audit': refuse,
    'team.signOut': refuse,
  };
}

async function refuse(): Promise<never> {
  throw new DatelineError(
    'not-found',
    'This library is your own, so there is no team to do that in.',
    'Start a team’s server with “dateline serve --team”, or join a team by its link.',
  );
}
