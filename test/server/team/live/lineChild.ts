import { randomBytes } from 'node:crypto';
import { createHost } from '../../../../host/host';
import { plainShell } from '../../../support/plainShell';
import { FakeTeam } from './fakeTeam';
import { serveLine } from './serveLine';

/** A live line over a library, in a process of its own that can be killed; says on which port once it listens. */
const [folder = '', port = '0', templates = '', workers = '', skewMs = '0', redisUrl = ''] =
  process.argv.slice(2);
const now = () => new Date(Date.now() + Number(skewMs));
const log = (level: string, message: string) => void process.stderr.write(`${level} ${message}\n`);
const host = await createHost({
  folder,
  templates,
  workers,
  packetPage: workers,
  capabilities: plainShell,
  ports: { now, newId: () => randomBytes(8).toString('hex'), openExternal: async () => undefined, log },
});
const { stop, port: taken } = await serveLine({
  host,
  team: new FakeTeam().port,
  now,
  log,
  port: Number(port),
  ...(redisUrl === '' ? {} : { redisUrl }),
});
process.once('SIGTERM', () => {
  void stop()
    .then(() => host.close())
    .then(() => process.exit(0));
});
process.stdout.write(`${taken}\n`);
