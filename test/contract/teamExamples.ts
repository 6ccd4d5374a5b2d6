import type { Input, Output } from '../../core/api/contract';
import type { Operation } from '../../core/api/operations';
import { narrativeIdSchema } from '../../core/narrative/meta';

export type Examples<K extends Operation> = { [O in K]: { input: Input<O>; output: Output<O> } };

const id = narrativeIdSchema.parse('launch-abc123');

const joinedTeam: Output<'teams.join'> = {
  id: 'team12345678',
  address: 'https://dateline.example',
  name: 'Osterby launches',
  member: 'Zoë',
  line: 'waiting',
  narratives: [{ id, role: 'reviewer', isWaiting: true }],
};

/** What teams are asked and answer. */
export const teamExamples: Examples<`teams.${'list' | 'join' | 'leave' | 'share'}`> = {
  'teams.list': { input: {}, output: [joinedTeam] },
  'teams.join': {
    input: { link: 'https://dateline.example/join/a-token-of-many-letters', name: 'Zoë' },
    output: joinedTeam,
  },
  'teams.leave': { input: { team: joinedTeam.id }, output: {} },
  'teams.share': { input: { team: joinedTeam.id, id }, output: {} },
};
