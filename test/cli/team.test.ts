import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from './runCli';
import { callAs, join, newTeamLibrary, serve } from './serveTeam';

/** Each command is a process that has to start, on a machine that may be busy. */
const patienceMs = 120_000;

test(
  'the owner of a server sees, invites, signs in again, changes and removes people while it runs',
  async () => {
    const library = await newTeamLibrary();
    const { url, ownerLink } = await serve(library);
    const ola = callAs(url, (await join(ownerLink ?? '', 'Ola')).cookie ?? '');
    const team = async (...args: string[]) => runCli(['team', ...args, '--library', library, '--json']);

    const invited = (await team('invite', '--role', 'reviewer', '--days', '3')).json() as { path: string };
    const idaCookie = (await join(url + invited.path, 'Ida')).cookie ?? '';
    const ida = callAs(url, idaCookie);
    const { members } = (await team('list')).json() as { members: { id: string; name: string }[] };
    expect(members.map(({ name }) => name)).toEqual(['Ola', 'Ida']);
    const [, { id } = { id: '' }] = members;

    expect((await team('role', id, 'coauthor')).code).toBe(0);
    expect((await ida('team.read', {})).value.me.grants).toEqual([{ scope: 'team', role: 'coauthor' }]);

    const again = (await team('link', id)).json() as { path: string };
    const other = callAs(url, (await join(url + again.path, '')).cookie ?? '');
    expect((await other('team.read', {})).value.me.name).toBe('Ida');

    const open = (await team('invite', '--many')).json() as { id: string; path: string };
    expect((await team('revoke', open.id)).code).toBe(0);
    expect((await join(url + open.path, 'Eve')).status).toBe(410);

    expect((await team('remove', id)).code).toBe(0);
    expect(await ida('team.read', {})).toMatchObject({ error: { code: 'signed-out' } });
    expect((await ola('team.read', {})).value.members).toHaveLength(1);

    const audit = (await team('audit')).json() as { action: string }[];
    expect(audit.map(({ action }) => action)).toEqual([
      ...['removed-member', 'revoked-invitation', 'invited', 'signed-in', 'invited', 'changed-role'],
      ...['joined', 'invited', 'joined', 'invited'],
    ]);
  },
  patienceMs,
);

test(
  'it works without a server, and refuses what cannot be done with a sentence',
  async () => {
    const library = await newTeamLibrary();
    expect((await runCli(['new', '--library', library])).code).toBe(0);
    const invited = await runCli(['team', 'invite', '--role', 'owner', '--library', library, '--json']);
    expect(invited.json()).toMatchObject({ path: expect.stringMatching(/^\/join\/[\w-]{43}$/) });
    const list = await runCli(['team', 'list', '--library', library]);
    expect(list.stdout).toMatch(/open invitation: owner, one person, until \d{4}-\d\d-\d\d\n$/);
    const nobody = await runCli(['team', 'remove', 'a'.repeat(16), '--library', library]);
    expect([nobody.code, nobody.stderr]).toEqual([
      1,
      expect.stringContaining('no longer belongs to this team'),
    ]);
    expect((await runCli(['team', 'invite', '--role', 'boss', '--library', library])).code).toBe(2);
    const none = path.join(library, 'none');
    expect((await runCli(['team', 'list', '--library', none])).stderr).toContain(
      'There is no Dateline library',
    );
  },
  patienceMs,
);

test(
  'a narrative is erased with a proof of what was there, also while people have it open',
  async () => {
    const library = await newTeamLibrary();
    const { url, ownerLink, stop } = await serve(library);
    const ola = callAs(url, (await join(ownerLink ?? '', 'Ola')).cookie ?? '');
    const id = (await ola('narratives.create', { sample: 'consumer-app' })).value.id as string;
    const other = (await ola('narratives.create', { name: 'Stays' })).value.id as string;
    expect(await ola('versions.keep', { id, reason: 'named', name: 'Before' })).toMatchObject({ ok: true });
    const folder = await mkdtemp(path.join(tmpdir(), 'dateline proof '));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const proof = path.join(folder, 'proof.json');

    const erased = await runCli(['team', 'erase', id, '--proof', proof, '--library', library, '--json']);
    expect(erased.code).toBe(0);
    const told = JSON.parse(await readFile(proof, 'utf8'));
    expect(told).toEqual(erased.json());
    expect(told).toMatchObject({ narrative: id, remaining: [] });
    const places = told.held.map(({ place }: { place: string }) => place);
    expect(places.some((place: string) => place.startsWith(`trash/${id}~`))).toBe(true);
    expect(places.some((place: string) => place.startsWith(`versions/${id}/`))).toBe(true);
    expect(await ola('narratives.open', { id })).toMatchObject({ error: { code: 'narrative-gone' } });
    await stop();

    const left = await readdir(library, { recursive: true });
    expect(left.filter((name) => name.includes(id))).toEqual([]);
    expect(await readFile(path.join(library, 'library.json'), 'utf8')).not.toContain(id);
    expect(await readdir(path.join(library, 'assets'))).toEqual([]);
    expect(left).toContain(`narratives/${other}.json`);
  },
  patienceMs,
);

test(
  'a library is backed up while people write, and brought back whole or not at all',
  async () => {
    const library = await newTeamLibrary();
    const { url, ownerLink, stop } = await serve(library);
    const { cookie } = await join(ownerLink ?? '', 'Ola');
    const ola = callAs(url, cookie ?? '');
    const id = (await ola('narratives.create', { sample: 'consumer-app' })).value.id as string;
    const folder = await newTeamLibrary();
    const [out, back] = [path.join(folder, 'backup'), path.join(folder, 'back')];
    const backup = await runCli(['team', 'backup', '--out', out, '--library', library]);
    expect([backup.code, backup.stdout]).toEqual([
      0,
      expect.stringMatching(/^\d+ files \(\d\.\d MB\) copied to/),
    ]);
    await stop();

    const again = await runCli(['team', 'backup', '--out', out, '--library', library]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('holds something already')]);
    const verified = await runCli(['verify', '--library', out]);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('all whole')]);

    expect((await runCli(['team', 'restore', out, '--library', back])).code).toBe(0);
    const served = await serve(back, ['--port', new URL(url).port]);
    expect(served.ownerLink).toBeNull();
    const opened = await callAs(served.url, cookie ?? '')('narratives.open', { id });
    expect(opened).toMatchObject({ ok: true, value: { role: 'owner' } });
    await served.stop();

    const [asset = ''] = await readdir(path.join(out, 'assets'));
    await writeFile(path.join(out, 'assets', asset), 'something else');
    const none = path.join(folder, 'none');
    const refused = await runCli(['team', 'restore', out, '--library', none]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('is not what was backed up')]);
    expect(await readdir(path.join(none, 'narratives'))).toEqual([]);
    await rm(path.join(out, 'backup.json'));
    expect((await runCli(['team', 'restore', out, '--library', none])).stderr).toContain('no whole backup');
  },
  patienceMs,
);
