import { expect, test } from 'vitest';
import { newHost } from '../../../host/newHost';
import { eventually } from '../../../support/eventually';
import { callerNamed, FakeTeam } from './fakeTeam';
import { LiveClient } from './liveClient';
import { startLine } from './startLine';
import { hasRedis, startRedis } from './startRedis';

const isDemanded = Boolean(process.env.CI);
const why = hasRedis ? '' : ' [SKIPPED: redis-server is not installed; apt-get install redis-server]';

test('Redis can be had where CI is set', () => {
  expect(hasRedis || !isDemanded).toBe(true);
});

test.skipIf(!hasRedis)(
  `two servers share a narrative through Redis; without it writing goes on, and all is caught up after${why}`,
  async () => {
    const redis = await startRedis();
    const { host, call } = await newHost();
    const { id } = await call('narratives.create', { name: 'Harbour' });
    const team = new FakeTeam();
    // The second server hears nothing of the first one's host, as on another machine.
    const deaf = { dispatch: host.dispatch, onEvent: () => () => undefined };
    const here = await startLine({ host: deaf, team, redisUrl: redis.url });
    const there = await startLine({ host: deaf, team, redisUrl: redis.url });
    const one = new LiveClient({ url: here.urlFor(callerNamed('Ada')), narrative: id });
    const two = new LiveClient({ url: there.urlFor(callerNamed('Bo')), narrative: id });
    await one.synced();
    await two.synced();
    one.write('Through Redis.');
    await eventually(() => expect(two.text()).toContain('Through Redis.'));
    one.provider.awareness?.setLocalState({ place: null, cursor: null });
    const seen = (): unknown => two.provider.awareness?.getStates().get(one.doc.clientID);
    await eventually(() => expect(seen()).toMatchObject({ person: { name: 'Ada' } }));

    await redis.stop();
    await eventually(() => expect(here.logged.join()).toContain('Redis is away'));
    one.write('Alone here.');
    two.write('Alone there.');
    expect((await one.keep()).kind).toBe('kept');
    expect((await two.keep()).kind).toBe('kept');
    const three = await new LiveClient({ url: there.urlFor(callerNamed('Cleo')), narrative: id }).synced();
    expect(three.text()).toContain('Alone there.');
    const other = (await call('narratives.create', { name: 'Opened meanwhile' })).id;
    const four = await new LiveClient({ url: here.urlFor(callerNamed('Dai')), narrative: other }).synced();
    four.write('Opened without Redis.');
    expect((await four.keep()).kind).toBe('kept');

    await redis.start();
    await eventually(() => {
      expect(one.text()).toContain('Alone there.');
      expect(two.text()).toContain('Alone here.');
      expect(two.text()).toBe(one.text());
    });
  },
);
