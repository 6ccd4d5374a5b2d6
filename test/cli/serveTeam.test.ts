import { expect, test, vi } from 'vitest';
import { runCli } from './runCli';
import { callAs, join, newTeamLibrary, serve } from './serveTeam';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

test('the owner’s link is printed until somebody owns the team, and words outlive the server', async () => {
  const library = await newTeamLibrary();
  const first = await serve(library, ['--name', 'Osterby launches']);
  const { cookie } = await join(first.ownerLink ?? '', 'Ola Berg');
  const call = callAs(first.url, cookie ?? '');
  const { value } = await call('narratives.create', { name: 'Harbour lights' });
  expect(await first.stop()).toBe(0);
  const second = await serve(library, ['--port', new URL(first.url).port]);
  expect(second.ownerLink).toBeNull();
  const { value: listed } = await callAs(second.url, cookie ?? '')('library.list', list);
  expect(listed.items.map(({ meta }: { meta: { id: string } }) => meta.id)).toEqual([value.id]);
});

const list = { stage: 'all', sort: 'edited', offset: 0, limit: 10 };

test('it is reached from this machine alone unless an address is named', async () => {
  const { url, stop } = await serve(await newTeamLibrary(), ['--address', '127.0.0.2']);
  expect(new URL(url).hostname).toBe('127.0.0.2');
  expect(await stop()).toBe(0);
  const usual = await serve(await newTeamLibrary());
  expect(new URL(usual.url).hostname).toBe('127.0.0.1');
});

test.each([
  [['--address', '0.0.0.0'], {}, 'Say with --public-url how browsers reach it'],
  [['--public-url', 'dateline.example'], {}, '--public-url is the address that browsers use'],
  [['--address', '192.0.2.7'], {}, 'This machine does not have that address.'],
  [[], { REDIS_URL: 'http://x' }, 'REDIS_URL is an address such as'],
  [[], { DATELINE_METRICS_TOKEN: 'short' }, 'DATELINE_METRICS_TOKEN has at least 16 characters.'],
])('%j with %j is refused with a sentence', async (options, environment, sentence) => {
  const library = await newTeamLibrary();
  const { code, stderr } = await runCli(['serve', '--team', '--library', library, ...options], {
    environment,
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain(sentence);
});

test('options of a team without --team are refused', async () => {
  const { code, stderr } = await runCli([
    'serve',
    '--address',
    '127.0.0.1',
    '--library',
    await newTeamLibrary(),
  ]);
  expect([code, stderr]).toEqual([2, '--address, --public-url and --name go with --team.\n']);
});
