import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startLocalServer } from '../../server/local/localServer';
import { callHeaders, openSession, rawRequest } from '../server/rawHttp';
import { describeContract } from './contractSuite';

describeContract('a direct call', async (host) => ({
  send: host.dispatch,
  close: async () => undefined,
}));

describeContract('HTTP', async (host) => {
  const staticFolder = await mkdtemp(path.join(os.tmpdir(), 'dateline-contract-'));
  const server = await startLocalServer({ host, staticFolder });
  const headers = callHeaders(server, await openSession(server));
  return {
    async send(operation, input) {
      const body = JSON.stringify({ operation, input });
      return JSON.parse(
        (await rawRequest(server.port, { path: '/api', method: 'POST', headers }, body)).body,
      );
    },
    async close() {
      await server.close();
      await rm(staticFolder, { recursive: true });
    },
  };
});
