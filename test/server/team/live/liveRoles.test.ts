import { expect, test } from 'vitest';
import type { Caller } from '../../../../host/team/caller';
import { liveRoles } from '../../../../server/team/live/liveRoles';
import { newTeam } from '../../../host/team/newTeam';
import { eventually } from '../../../support/eventually';

test('a role holds for a socket as soon as the team tells of it, and ends with the session', async () => {
  const { team, join } = await newTeam();
  await join('Owen', { scope: 'team', role: 'owner' });
  const ada = await join('Ada', { scope: 'team', role: 'coauthor' });
  const caller = (await team.callerOf(ada.token)) as Caller;
  const roles = liveRoles(team);
  const id = 'harbour' as never;
  let told = 0;
  roles.onGrantChange(() => {
    told += 1;
  });
  expect(roles.roleIn(caller, id)).toBeNull();
  const unfollow = roles.follow(caller);
  expect(roles.roleIn(caller, id)).toBe('coauthor');
  await team.setRole(null, { member: ada.member.id, scope: 'team', role: 'reviewer' });
  await eventually(() => expect(roles.roleIn(caller, id)).toBe('reviewer'));
  await eventually(() => expect(told).toBeGreaterThan(0));
  await team.signOut(caller);
  await eventually(() => expect(roles.roleIn(caller, id)).toBeNull());
  unfollow();

  const bo = await join('Bo', { scope: 'team', role: 'coauthor' });
  const other = (await team.callerOf(bo.token)) as Caller;
  roles.follow(other);
  await team.removeMember(null, bo.member.id);
  await eventually(() => expect(roles.roleIn(other, id)).toBeNull());
});
