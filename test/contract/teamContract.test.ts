import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createGate } from '../../host/team/gate';
import { Team } from '../../host/team/team';
import { createLiveLine } from '../../server/team/live/liveLine';
import { liveRoles } from '../../server/team/live/liveRoles';
import { startTeamServer } from '../../server/team/teamServer';
import { openFolderTeamStore } from '../../storage/team/folderTeamStore';
import { rawRequest } from '../server/rawHttp';
import { describeContract } from './contractSuite';

// What roles may ask, and what a team answers otherwise, is tried in test/host/team: here the gate hands everything on.
describeContract('a team’s server', async (host) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dateline-team-contract-'));
  const now = () => new Date();
  const newId = () => randomBytes(8).toString('hex');
  const team = await Team.open({ store: await openFolderTeamStore(folder), now, newId });
  const gate = {
    ...createGate({ host, team, name: 'Team', now }),
    dispatch: (_token: string, operation: unknown, input: unknown) => host.dispatch(operation, input),
  };
  const live = createLiveLine({ host, team: liveRoles(team), now, newId, log: () => undefined });
  const where = { address: '127.0.0.1', port: 0, publicUrl: null, staticFolder: folder };
  const asked = { checkStore: async () => undefined, metricsToken: null, signIn: null, log: () => undefined };
  const server = await startTeamServer({ host, gate, live, ...where, ...asked });
  const token = (await team.begin()) ?? '';
  const { sessionToken } = await team.redeem(token, { name: 'Ola', device: '', known: null });
  const headers = {
    'content-type': 'application/json',
    'x-dateline': '1',
    host: new URL(server.url).host,
    authorization: `Bearer ${sessionToken}`,
  };
  return {
    async send(operation, input) {
      const body = JSON.stringify({ operation, input });
      return JSON.parse(
        (await rawRequest(server.port, { path: '/api', method: 'POST', headers }, body)).body,
      );
    },
    async close() {
      gate.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
});
