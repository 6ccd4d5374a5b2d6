import { DatelineError } from '../../core/api/errors';
import type { Role } from '../../core/team/role';

const voidReasons = {
  unknown: 'This invitation is not known here.',
  revoked: 'This invitation was taken back.',
  expired: 'This invitation has expired.',
  used: 'This invitation was for one person, and somebody has used it.',
} as const;

export function linkVoid(reason: keyof typeof voidReasons): DatelineError {
  return new DatelineError('link-void', voidReasons[reason], 'Ask whoever invited you for a new link.');
}

export function lastOwner(): DatelineError {
  return new DatelineError(
    'not-allowed',
    'This is the team’s only owner. A team without one could not be managed any more.',
    'Make somebody else an owner first.',
  );
}

export function noMember(who: string): DatelineError {
  return new DatelineError('not-found', `${who} no longer belongs to this team.`, 'Read the list again.');
}

export function signedOut(): DatelineError {
  return new DatelineError(
    'signed-out',
    'You are signed out of this team, or your time here is over.',
    'Your words are safe in this window: save a copy. Then sign in again, or ask for a new link.',
  );
}

/** Says what somebody may do instead. */
export function notAllowed(role: Role | null): DatelineError {
  const instead = {
    owner: 'The owner of the server decides about this.',
    coauthor: 'An owner of the team can do it.',
    reviewer: 'Say what you would change in a comment or a suggestion.',
    reader: 'Ask an owner of the team to let you comment or write.',
  } as const;
  return new DatelineError(
    'not-allowed',
    'Your role in this team does not include that, so nothing was changed.',
    role === null ? 'Ask an owner of the team to give you a role.' : instead[role],
  );
}

export function notServed(): DatelineError {
  return new DatelineError(
    'not-allowed',
    'This names a place on the server’s own disk, so it is not done over the network.',
    'Export a file instead, or do it in a library of your own.',
  );
}
