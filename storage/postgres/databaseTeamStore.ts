import type { z } from 'zod';
import { settingsPatchSchema } from '../../core/api/shapes';
import { memberNameKey, nameTaken } from '../../core/team/memberName';
import {
  auditEntrySchema,
  type Invitation,
  invitationSchema,
  type Member,
  memberSchema,
  sessionSchema,
} from '../../core/team/teamRecords';
import type { TeamStore } from '../team/teamStore';
import { type Database, isTaken, type Query, tellOthers } from './database';

type Body = { body: unknown };

/** Keeps a team in a database, for any number of processes; what one changes, the others hear of. */
export function openDatabaseTeamStore(
  database: Pick<Database, 'query' | 'transaction' | 'listen' | 'close'>,
  self: string,
): TeamStore {
  const { query } = database;
  const listening = new Set<() => Promise<void>>();
  const read = async <T>(schema: z.ZodType<T>, text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await query<Body>(text, values)).map(({ body }) => schema.parse(body));
  const one = async <T>(schema: z.ZodType<T>, text: string, values: readonly unknown[]): Promise<T | null> =>
    (await read(schema, text, values))[0] ?? null;
  /** A change that the other processes are told of with its commit. */
  const change = <T>(work: (query: Query) => Promise<T>): Promise<T> =>
    database.transaction(async (own) => {
      const done = await work(own);
      await tellOthers(own, { by: self, what: 'team', id: '' });
      return done;
    });

  return {
    members: () => read(memberSchema, 'select body from members order by seq'),
    member: (id) => one(memberSchema, 'select body from members where id = $1', [id]),
    memberBySubject: (subject) =>
      one(memberSchema, 'select body from members where subject = $1', [toStorable(subject)]),
    addMember: (member) => change((own) => insertMember(own, member)),
    changeMember: (id, decide) => change((own) => changeMember(own, id, decide)),

    invitations: () => read(invitationSchema, 'select body from invitations order by seq'),
    addInvitation: (invitation) =>
      change(async (own) => {
        const { id, tokenHash } = invitation;
        const text = 'insert into invitations (id, token_hash, body) values ($1, $2, $3)';
        await own(text, [id, tokenHash, JSON.stringify(invitation)]);
      }),
    changeInvitation: (by, decide) => change((own) => changeInvitation(own, by, decide)),

    addSession: (session) =>
      change(async (own) => {
        const { tokenHash, member, expiresAt } = session;
        const text = 'insert into sessions (token_hash, member, expires_at, body) values ($1, $2, $3, $4)';
        await own(text, [tokenHash, member, expiresAt, JSON.stringify(session)]);
      }),
    session: (tokenHash) =>
      one(sessionSchema, 'select body from sessions where token_hash = $1', [tokenHash]),
    sessions: () => read(sessionSchema, 'select body from sessions'),
    sessionsOf: (member) => read(sessionSchema, 'select body from sessions where member = $1', [member]),
    removeSessions: (which) =>
      change(async (own) => {
        if ('tokenHash' in which) await own('delete from sessions where token_hash = $1', [which.tokenHash]);
        else if ('member' in which) await own('delete from sessions where member = $1', [which.member]);
        else await own('delete from sessions where expires_at < $1', [which.expiredBefore]);
      }),

    async settings(member) {
      const text = 'select body from member_settings where member = $1';
      return (await one(settingsPatchSchema, text, [member])) ?? {};
    },
    async setSettings(member, settings) {
      const text = `insert into member_settings (member, body) values ($1, $2)
        on conflict (member) do update set body = excluded.body`;
      await query(text, [member, JSON.stringify(settings)]);
    },

    async note(entry) {
      await query('insert into audit (body) values ($1)', [JSON.stringify(entry)]);
    },
    audit: (limit) => read(auditEntrySchema, 'select body from audit order by seq desc limit $1', [limit]),

    onChange(listener) {
      const onNotice = async ({ by, what }: { by: string; what: string }) => {
        if (what === 'team' && by !== self) await listener();
      };
      const stop = database.listen({ onNotice, onHearing: async () => listener() });
      listening.add(stop);
      return () => {
        listening.delete(stop);
        void stop();
      };
    },
    async close() {
      for (const stop of listening) await stop();
      await database.close();
    },
  };
}

/** Postgres has no NUL in its texts. */
const toStorable = (text: string): string => text.replaceAll('\0', '\\0');
const storableOrNull = (text: string | null): string | null => text && toStorable(text);

async function insertMember(query: Query, member: Member): Promise<void> {
  const text = 'insert into members (id, name_key, subject, body) values ($1, $2, $3, $4)';
  try {
    await query(text, [
      member.id,
      toStorable(memberNameKey(member.name)),
      storableOrNull(member.subject),
      JSON.stringify(member),
    ]);
  } catch (thrown) {
    if (!isTaken(thrown)) throw thrown;
    throw nameTaken(member.name);
  }
}

async function changeMember(
  query: Query,
  id: string,
  decide: (member: Member) => Member | null,
): Promise<Member | null> {
  const [row] = await query<Body>('select body from members where id = $1 for update', [id]);
  if (!row) return null;
  const member = memberSchema.parse(row.body);
  const changed = decide(member);
  if (changed === null) return member;
  const text = 'update members set body = $2, subject = $3 where id = $1';
  await query(text, [id, JSON.stringify(changed), storableOrNull(changed.subject)]);
  return changed;
}

async function changeInvitation(
  query: Query,
  by: { id: string } | { tokenHash: string },
  decide: (invitation: Invitation) => Invitation | null,
): Promise<Invitation | null> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token_hash', by.tokenHash] as const);
  const [row] = await query<Body>(`select body from invitations where ${column} = $1 for update`, [value]);
  if (!row) return null;
  const invitation = invitationSchema.parse(row.body);
  const changed = decide(invitation);
  if (changed === null) return invitation;
  const text = 'update invitations set body = $2 where id = $1';
  await query(text, [invitation.id, JSON.stringify(changed)]);
  return changed;
}
