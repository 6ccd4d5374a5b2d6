import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';
import { settingsPatchSchema } from '../../core/api/shapes';
import { jsonOrNull } from '../../core/json/jsonOrNull';
import {
  type AuditEntry,
  auditEntrySchema,
  type Invitation,
  invitationSchema,
  memberSchema,
  type Session,
  sessionSchema,
} from '../../core/team/teamRecords';
import { orNullIfMissing, toDiskError } from '../diskErrors';
import { DurableJsonAdapter, type TextCodec } from '../durableJsonAdapter';
import { createQueue } from '../queue';
import type { TeamStore } from './teamStore';

const fileSchema = z.object({
  format: z.literal('dateline-team'),
  version: z.literal(1),
  members: z.array(memberSchema),
  invitations: z.array(invitationSchema),
  sessions: z.array(sessionSchema),
  settings: z.record(z.string(), settingsPatchSchema),
});
type TeamFile = z.infer<typeof fileSchema>;

const nobody: TeamFile = {
  format: 'dateline-team',
  version: 1,
  members: [],
  invitations: [],
  sessions: [],
  settings: {},
};

const codec: TextCodec<TeamFile> = {
  encode: (team) => `${JSON.stringify(team, null, 2)}\n`,
  decode: (text) => {
    const read = fileSchema.safeParse(jsonOrNull(text));
    if (read.success) return read.data;
    // Nobody may become the first owner of a team again only because its list cannot be read.
    throw new DatelineError(
      'file-damaged',
      'The list of the team’s members (team.json) cannot be read, so nobody is let in.',
      'Put a backup of it in its place, then start the server again. The narratives are untouched.',
    );
  },
};

/**
 * Keeps a team in its library's folder: `team.json`, and `team-audit.jsonl` with a line for each thing done.
 * Throws `file-damaged` where that cannot be read.
 */
export async function openFolderTeamStore(folder: string): Promise<TeamStore> {
  const adapter = new DurableJsonAdapter<TeamFile>({ path: join(folder, 'team.json'), codec });
  const db = new Low<TeamFile>(adapter, nobody);
  await db.read();
  return {
    ...listsOf(db),
    ...auditIn(join(folder, 'team-audit.jsonl')),
    onChange: () => () => undefined,
    close: async () => undefined,
  };
}

type Lists = Omit<TeamStore, 'note' | 'audit' | 'onChange' | 'close'>;

/** One process has the file, so what is in memory is what holds; changes follow each other. */
function listsOf(db: Low<TeamFile>): Lists {
  const inTurn = createQueue();
  /** Writes what `to` makes of the team; null leaves it as it is. */
  const change = (to: (team: TeamFile) => Partial<TeamFile> | null): Promise<void> =>
    inTurn(async () => {
      const before = db.data;
      const patch = to(before);
      if (patch === null) return;
      db.data = { ...before, ...patch };
      try {
        await db.write();
      } catch (thrown) {
        db.data = before;
        throw thrown;
      }
    });

  return {
    ...membersOf(db, change),
    addSession: (session) => change(({ sessions }) => ({ sessions: [...sessions, session] })),
    session: async (hash) => db.data.sessions.find(({ tokenHash }) => tokenHash === hash) ?? null,
    sessions: async () => db.data.sessions,
    sessionsOf: async (member) => db.data.sessions.filter((session) => session.member === member),
    removeSessions: (which) =>
      change(({ sessions }) => ({ sessions: sessions.filter((session) => !isMeant(session, which)) })),
    settings: async (member) => Object.entries(db.data.settings).find(([id]) => id === member)?.[1] ?? {},
    setSettings: (member, settings) =>
      change((team) => ({ settings: { ...team.settings, [member]: settings } })),
  };
}

type Change = (to: (team: TeamFile) => Partial<TeamFile> | null) => Promise<void>;

function membersOf(db: Low<TeamFile>, change: Change) {
  return {
    members: async () => db.data.members,
    member: async (id) => db.data.members.find((member) => member.id === id) ?? null,
    memberBySubject: async (subject) => db.data.members.find((member) => member.subject === subject) ?? null,
    addMember: (member) => change(({ members }) => ({ members: [...members, member] })),
    async changeMember(id, to) {
      await change(({ members }) => {
        const list = withChanged(members, (member) => member.id === id, to);
        return list && { members: list };
      });
      return db.data.members.find((member) => member.id === id) ?? null;
    },
    invitations: async () => db.data.invitations,
    addInvitation: (invitation) =>
      change(({ invitations }) => ({ invitations: [...invitations, invitation] })),
    async changeInvitation(by, to) {
      const isIt = (one: Invitation) => ('id' in by ? one.id === by.id : one.tokenHash === by.tokenHash);
      await change(({ invitations }) => {
        const list = withChanged(invitations, isIt, to);
        return list && { invitations: list };
      });
      return db.data.invitations.find(isIt) ?? null;
    },
  } satisfies Partial<Lists>;
}

/** The list with one of its items changed; null where there is none, or it stays as it is. */
function withChanged<T>(
  list: readonly T[],
  isIt: (item: T) => boolean,
  to: (item: T) => T | null,
): T[] | null {
  const index = list.findIndex(isIt);
  const item = list[index];
  const changed = item === undefined ? null : to(item);
  return changed === null ? null : list.with(index, changed);
}

function isMeant(session: Session, which: Parameters<TeamStore['removeSessions']>[0]): boolean {
  if ('tokenHash' in which) return session.tokenHash === which.tokenHash;
  if ('member' in which) return session.member === which.member;
  return session.expiresAt < which.expiredBefore;
}

/** Lines are only ever added; one that a power cut tore is left out when they are read. */
function auditIn(path: string): Pick<TeamStore, 'note' | 'audit'> {
  let last: Promise<void> = Promise.resolve();
  async function append(entry: AuditEntry): Promise<void> {
    try {
      const handle = await open(path, 'a', 0o600);
      try {
        await handle.appendFile(`${JSON.stringify(entry)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (thrown) {
      throw toDiskError(thrown);
    }
  }
  return {
    note(entry) {
      const noted = last.then(() => append(entry));
      last = noted.catch(() => undefined);
      return noted;
    },
    async audit(limit) {
      const text = (await orNullIfMissing(readFile(path, 'utf8'))) ?? '';
      const entries = text
        .split('\n')
        .flatMap((line) => auditEntrySchema.safeParse(jsonOrNull(line)).data ?? []);
      return entries.slice(-limit).reverse();
    },
  };
}
