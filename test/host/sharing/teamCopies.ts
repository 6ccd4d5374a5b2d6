import { expect } from 'vitest';
import type { Call } from '../../../core/api/client';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { JoinedTeam } from '../../../core/team/joinedTeam';
import type { Grant } from '../../../core/team/teamRecords';
import type { TestTeamServer } from '../../server/team/newTeamServer';
import { eventually } from '../../support/eventually';
import { newHost, type TestHost } from '../newHost';
import { readRelease } from '../releaseWords';

const author: Grant = { scope: 'team', role: 'coauthor' };

/** A library of somebody's own that joins a team. */
export async function newMember(
  { server, invite }: TestTeamServer,
  name: string,
  { grant = author, folder }: { grant?: Grant; folder?: string } = {},
): Promise<TestHost> {
  const host = await newHost(folder === undefined ? {} : { folder });
  const link = `${server.url}/join/${await invite(grant)}`;
  await host.call('teams.join', { link, name });
  return host;
}

/** Waits until a library has these words. */
export const holds = (call: Call, id: NarrativeId, words: string) =>
  eventually(async () => expect(await readRelease(call, id)).toContain(words));
/** Waits until all that a library's one team shares is the same here and there. */
export const inStep = (call: Call) =>
  eventually(async () => {
    const [team] = await call('teams.list', {});
    expect(team).toMatchObject({ line: 'open' });
    expect(team?.narratives.filter(({ isWaiting }) => isWaiting)).toEqual([]);
  });

/** The one team that a library belongs to. */
export async function teamOf(call: Call): Promise<JoinedTeam> {
  const [team, ...others] = await call('teams.list', {});
  if (team === undefined || others.length > 0) throw new Error('not one team');
  return team;
}
