import { OAuth2Server } from 'oauth2-mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Role } from '../../../core/team/role';
import { SignIn } from '../../../server/team/signIn';
import type { RawAnswer } from '../rawHttp';
import { newTeamServer, sessionFrom, type TestTeamServer } from './newTeamServer';

// Servers and sockets of their own take their time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const visit = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' };

/** A sign-in of a company that says everybody is the one of these claims. */
async function newCompany(claims: Record<string, string>) {
  const company = new OAuth2Server();
  await company.issuer.keys.generate('RS256');
  await company.start(0, '127.0.0.1');
  onTestFinished(async () => {
    if (company.listening) await company.stop();
  });
  const { port } = company.address();
  company.issuer.url = `http://127.0.0.1:${port}`;
  company.service.on('beforeTokenSigning', (token) => Object.assign(token.payload, claims));
  return company;
}

async function newServer(claims: Record<string, string>, newcomerRole: Role | null = null) {
  const company = await newCompany(claims);
  const issuer = company.issuer.url ?? '';
  const signIn = new SignIn({ issuer, clientId: 'dateline', clientSecret: 'a secret' });
  const served = await newTeamServer({ signIn: { signIn, newcomerRole } });
  return { ...served, company };
}

/** Goes to the company and comes back, as a browser does; answers where it came back to and with which cookies. */
async function leave(
  { send, server }: TestTeamServer,
  cookie = '',
): Promise<{ path: string; cookie: string }> {
  const left = await send({ path: '/sign-in', headers: visit });
  expect(left.status).toBe(303);
  const secrets = left.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const answered = await fetch(left.headers.location ?? '', { redirect: 'manual' });
  const back = new URL(answered.headers.get('location') ?? '');
  expect(back.origin).toBe(server.url);
  return { path: back.pathname + back.search, cookie: [cookie, secrets].filter(Boolean).join('; ') };
}

async function signIn(served: TestTeamServer, cookie = ''): Promise<RawAnswer> {
  const { path, cookie: all } = await leave(served, cookie);
  return served.send({ path, headers: { ...visit, cookie: all } });
}

/** The session among an answer's cookies. */
function session(served: TestTeamServer, answer: RawAnswer) {
  const cookies = (answer.headers['set-cookie'] ?? []).filter((each) => each.startsWith('dateline-team'));
  return sessionFrom({ ...answer, headers: { 'set-cookie': cookies } }, served);
}

test('whom the company vouches for is let in under their name, and is the same one the next time', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida Holm' }, 'coauthor');
  const answer = await signIn(served);
  expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  expect(answer.headers['set-cookie']?.[0]).toMatch(
    /^dateline-sign-in=; Max-Age=0; Path=\/sign-in; HttpOnly/,
  );
  const ida = session(served, answer);
  expect(JSON.parse((await ida.call('team.read', {})).body).value.me).toMatchObject({
    name: 'Ida Holm',
    grants: [{ scope: 'team', role: 'coauthor' }],
  });
  await signIn(served);
  expect(await served.team.team.store.members()).toHaveLength(1);
});

test('without a role for newcomers they may do nothing until an owner gives them one', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida Holm' });
  const ida = session(served, await signIn(served));
  expect(JSON.parse((await ida.call('library.list', {})).body)).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test('somebody who came by an invitation stays who they are', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida Holm-Berg' });
  const ida = await served.join('Ida', { scope: 'team', role: 'owner' });
  await signIn(served, ida.cookie);
  const members = await served.team.team.store.members();
  expect(members).toHaveLength(1);
  expect(members[0]).toMatchObject({ name: 'Ida', subject: `${served.company.issuer.url} u-17` });
});

test('a name that somebody has is told apart', async () => {
  const served = await newServer({ sub: 'u-18', name: 'Ida' });
  await served.join('Ida', { scope: 'team', role: 'owner' });
  await signIn(served);
  expect((await served.team.team.store.members()).map(({ name }) => name)).toEqual(['Ida', 'Ida (2)']);
});

test('an answer that was meant for another browser, or was changed, signs nobody in', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida' });
  const { path, cookie } = await leave(served);
  const other = await leave(served);
  const refusals = [
    { path, headers: visit },
    { path, headers: { ...visit, cookie: other.cookie } },
    { path, headers: { ...visit, cookie: 'dateline-sign-in=bm90IGpzb24' } },
    { path: path.replace(/state=[^&]+/, 'state=forged'), headers: { ...visit, cookie } },
    { path: path.replace(/code=[^&]+/, ''), headers: { ...visit, cookie } },
  ];
  for (const refusal of refusals) {
    const answer = await served.send(refusal);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']?.join()).not.toContain('dateline-team');
  }
  expect(await served.team.team.store.members()).toEqual([]);
});

test('a token for another audience signs nobody in', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida', aud: 'another-app' });
  expect((await signIn(served)).status).toBe(403);
});

test('who was removed is not let in again by the company', async () => {
  const served = await newServer({ sub: 'u-17', name: 'Ida' }, 'reader');
  await signIn(served);
  const [member] = await served.team.team.store.members();
  await served.team.team.removeMember(null, member?.id ?? '');
  expect((await signIn(served)).status).toBe(403);
});

test('a company’s sign-in that is away is told, and found when it is back', async () => {
  const company = await newCompany({ sub: 'u-17', name: 'Ida' });
  const { port } = company.address();
  const issuer = company.issuer.url ?? '';
  await company.stop();
  const given = {
    signIn: new SignIn({ issuer, clientId: 'dateline', clientSecret: null }),
    newcomerRole: null,
  };
  const served = await newTeamServer({ signIn: given });
  const away = await served.send({ path: '/sign-in', headers: visit });
  expect([away.status, away.body]).toEqual([503, expect.stringContaining('does not answer at the moment')]);
  await company.start(port, '127.0.0.1');
  company.issuer.url = issuer;
  expect((await signIn(served)).status).toBe(303);
});
