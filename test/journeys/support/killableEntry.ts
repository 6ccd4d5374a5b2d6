import { randomBytes } from 'node:crypto';
import { createHost } from '../../../host/host';
import { startLocalServer } from '../../../server/local/localServer';
import { plainShell } from '../../support/plainShell';

/** A host and its local server as a process of their own, so that a journey can kill it. */
const [folder = '', staticFolder = '', templates = '', workers = '', packetPage = ''] = process.argv.slice(2);
const host = await createHost({
  folder,
  templates,
  workers,
  packetPage,
  capabilities: plainShell,
  ports: {
    now: () => new Date(),
    newId: () => randomBytes(8).toString('hex'),
    openExternal: async () => undefined,
    log: (level, message) => process.stderr.write(`${level} ${message}\n`),
  },
});
const { url } = await startLocalServer({ host, staticFolder });
process.stdout.write(`${url}\n`);
