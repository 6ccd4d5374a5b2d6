import { describe, expect, it } from 'vitest';
import { openWindow } from '../editor';
import { newHost, type TestHost } from '../newHost';
import { whileUnwritable } from '../whileUnwritable';

async function withNarrative() {
  const clock = { time: new Date('2027-03-01T10:00:00.000Z') };
  const test = await newHost({ ports: { now: () => new Date(clock.time) } });
  await test.call('settings.update', { author: 'Ines' });
  const { id } = await test.call('narratives.create', { name: 'Quiet Harbour' });
  const window = await openWindow(test.call, id, 'one');
  const write = async (words: string) => {
    window.type('plan', words);
    await window.save();
    clock.time = new Date(clock.time.getTime() + 60_000);
  };
  return { ...test, id, clock, write };
}

const named = (name: string) => ({ reason: 'named', name }) as const;

async function timeline(call: TestHost['call'], id: Parameters<typeof withId>[0]) {
  return (await call('versions.list', withId(id))).map(({ reason, name, by }) => [reason, name, by]);
}
const withId = (id: Awaited<ReturnType<typeof withNarrative>>['id']) => ({ id });

describe('versions of a narrative', () => {
  keepsThem();
  comparesThem();
  keepsThemByItself();
});

function keepsThem(): void {
  it('are kept with who and why, read, and renamed', async () => {
    const { call, id, write } = await withNarrative();
    await write('Boats come home.');
    const kept = await call('versions.keep', { id, ...named('Board') });
    await write('Boats stay out.');
    expect(kept).toMatchObject({ reason: 'named', name: 'Board', by: 'Ines', draft: 1 });
    const { content } = await call('versions.read', { id, version: kept.version });
    expect(JSON.stringify(content.parts.plan)).toContain('come home');
    expect(JSON.stringify(content.parts.plan)).not.toContain('stay out');
    await call('versions.rename', { id, entry: kept.id, name: 'Board, first' });
    expect(await timeline(call, id)).toEqual([['named', 'Board, first', 'Ines']]);
  });

  it('that are gone, or of a narrative that is gone, are refused in a sentence', async () => {
    const { call, id } = await withNarrative();
    const gone = { id, version: '0123456789abcdef' };
    await expect(call('versions.read', gone)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('versions.compare', { id, was: gone.version, now: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    await call('narratives.trash', { id });
    await expect(call('versions.list', { id })).rejects.toMatchObject({ code: 'narrative-gone' });
    await expect(call('versions.keep', { id, ...named('x') })).rejects.toMatchObject({
      code: 'narrative-gone',
    });
  });

  it('are kept when a draft ends, and not when its number goes back', async () => {
    const { call, id, write } = await withNarrative();
    await write('Boats come home.');
    await call('narratives.updateMeta', { id, patch: { draft: 2 } });
    await call('narratives.updateMeta', { id, patch: { draft: 1 } });
    expect(await timeline(call, id)).toEqual([['draft', 'Draft 1', 'Ines']]);
  });
}

function comparesThem(): void {
  it('are compared with one another and with the present', async () => {
    const { call, id, write } = await withNarrative();
    await write('Boats come home.');
    const first = await call('versions.keep', { id, ...named('First') });
    await write('Boats stay out.');
    const second = await call('versions.keep', { id, ...named('Second') });
    const sides = { id, was: first.version, now: second.version };
    const compared = await call('versions.compare', sides);
    expect(compared.parts.map(({ part }) => part)).toEqual(['plan']);
    expect(compared.changes).toBeGreaterThan(0);
    expect(await call('versions.compare', { ...sides, now: null })).toEqual(compared);
    expect(await call('versions.compare', { ...sides, was: second.version, now: null })).toMatchObject({
      changes: 0,
    });
  });

  it('tell each reader what is new to them', async () => {
    const { call, id, write } = await withNarrative();
    const since = async () => (await call('versions.sinceRead', { id })).read;
    await write('Boats come home.');
    expect(await since()).toBeNull();
    await call('versions.markRead', { id });
    expect(await since()).toMatchObject({ changes: 0, draft: 1 });
    await write('Boats stay out.');
    expect((await since())?.changes).toBeGreaterThan(0);
    await call('settings.update', { author: 'Tom' });
    expect(await since()).toBeNull();
    await call('versions.markRead', { id });
    expect(await since()).toMatchObject({ changes: 0 });
    await call('settings.update', { author: 'Ines' });
    expect((await since())?.changes).toBeGreaterThan(0);
  });
}

function keepsThemByItself(): void {
  it('are kept when Dateline is closed, once, and what somebody wrote they have read', async () => {
    const { host, folder, id, write } = await withNarrative();
    await write('Boats come home.');
    await host.close();
    const again = await newHost({ folder });
    expect(await timeline(again.call, id)).toEqual([['session', '', 'Ines']]);
    expect((await again.call('versions.sinceRead', { id })).read).toMatchObject({ changes: 0 });
    await again.host.close();
    const third = await newHost({ folder });
    expect(await timeline(third.call, id)).toHaveLength(1);
  });

  it('are kept every twenty minutes of writing', async () => {
    const { call, id, clock, write } = await withNarrative();
    await write('Boats come home.');
    clock.time = new Date(clock.time.getTime() + 20 * 60_000);
    await write('Boats stay out.');
    await expect.poll(() => timeline(call, id), { timeout: 10_000 }).toEqual([['session', '', 'Ines']]);
  });

  it('hold up no save when they cannot be kept', async () => {
    const { host, folder, errors, write } = await withNarrative();
    await write('Boats come home.');
    await whileUnwritable(folder, () => host.close().catch(() => undefined));
    expect(errors.length).toBeGreaterThan(0);
  });
}
