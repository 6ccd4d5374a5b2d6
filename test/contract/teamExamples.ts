import type { Input, Output } from '../../core/api/contract';
import type { Operation } from '../../core/api/operations';
import { narrativeIdSchema } from '../../core/narrative/meta';

export type Examples<K extends Operation> = { [O in K]: { input: Input<O>; output: Output<O> } };

const moment = '2027-09-14T09:41:00.000Z';
const id = narrativeIdSchema.parse('launch-abc123');

const joinedTeam: Output<'teams.join'> = {
  id: 'team12345678',
  address: 'https://dateline.example',
  name: 'Osterby launches',
  member: 'Zoë',
  line: 'waiting',
  narratives: [{ id, role: 'reviewer', isWaiting: true, trouble: null }],
};

const member = {
  id: 'member123456',
  name: 'Zoë „Z“ Müller',
  joinedAt: moment,
  grants: [{ scope: 'team' as const, role: 'owner' as const }],
};

const invitation: Output<'team.invite'>['invitation'] = {
  id: 'invite123456',
  grant: { scope: id, role: 'reviewer' },
  member: null,
  isSingleUse: true,
  createdBy: member.id,
  createdAt: moment,
  expiresAt: moment,
  revokedAt: null,
  usedBy: [],
};

type TeamOperation = Extract<Operation, `team.${string}` | `teams.${string}`>;

/** What teams are asked and answer. */
export const teamExamples: Examples<TeamOperation> = {
  'teams.list': { input: {}, output: [joinedTeam] },
  'teams.join': {
    input: { link: 'https://dateline.example/join/a-token-of-many-letters', name: 'Zoë' },
    output: joinedTeam,
  },
  'teams.leave': { input: { team: joinedTeam.id }, output: {} },
  'teams.share': { input: { team: joinedTeam.id, id }, output: {} },
  'team.read': {
    input: {},
    output: {
      name: 'Osterby launches',
      me: member,
      members: [member],
      invitations: [invitation],
      sessions: [{ id: 'session12345', createdAt: moment, expiresAt: moment, device: 'Firefox on Linux' }],
    },
  },
  'team.invite': {
    input: { grant: invitation.grant, isSingleUse: true, days: 7 },
    output: { invitation, path: '/join/a-token-of-many-letters' },
  },
  'team.linkFor': {
    input: { member: member.id },
    output: { path: '/join/a-token-of-many-letters', expiresAt: moment },
  },
  'team.revokeInvitation': { input: { invitation: invitation.id }, output: {} },
  'team.setRole': { input: { member: member.id, scope: 'team', role: 'coauthor' }, output: {} },
  'team.removeMember': { input: { member: member.id }, output: {} },
  'team.audit': {
    input: { limit: 100 },
    output: [{ at: moment, action: 'invited', member: member.id, about: 'invite123456 reviewer team' }],
  },
  'team.signOut': { input: {}, output: {} },
};
