import { createClient } from '../../core/api/client';
import { contract, type Input, type Output, type ParsedInput } from '../../core/api/contract';
import { unreadableRequest } from '../../core/api/dispatch';
import type { Operation } from '../../core/api/operations';
import type { Result } from '../../core/api/result';
import {
  defaultSettings,
  type NarrativeSummary,
  type Settings,
  type SettingsPatch,
  settingsSchema,
} from '../../core/api/shapes';
import { knownRecords } from '../../core/review/knownRecords';
import { recordsById } from '../../core/review/mergeRecords';
import type { Member } from '../../core/team/teamRecords';
import type { TeamView } from '../../core/team/teamView';
import type { Host } from '../ports';
import { type Caller, callFor } from './caller';
import type { Hearing } from './hearing';
import { stampRecords } from './stampRecords';
import { roleFor, type Team } from './team';
import { notAllowed } from './teamErrors';

export interface OwnHandlersOptions {
  host: Host;
  team: Team;
  name: string;
  now: () => Date;
  hearing: Hearing;
}

type Own = {
  [K in Operation]?: (caller: Caller, input: ParsedInput<K>) => Promise<Output<K> | Result<unknown>>;
};
type AnyOwn = { [K in Operation]?: (caller: Caller, input: unknown) => Promise<Result<unknown>> };

/** The operations that a team answers otherwise than a single library: by who asks, or by who may see what. */
export function ownHandlers(options: OwnHandlersOptions): AnyOwn {
  const own: Own = {
    ...libraryOwn(options),
    ...narrativeOwn(options),
    ...settingsOwn(options),
    ...teamOwn(options),
  };
  return Object.fromEntries(
    Object.entries(own).map(([operation, handle]) => [
      operation,
      parsedFirst(operation as Operation, handle as never),
    ]),
  );
}

function parsedFirst(operation: Operation, handle: (caller: Caller, input: unknown) => Promise<unknown>) {
  return async (caller: Caller, input: unknown): Promise<Result<unknown>> => {
    const parsed = contract[operation].input.safeParse(input);
    if (!parsed.success) throw unreadableRequest(parsed.error);
    return { ok: true, value: contract[operation].output.parse(await handle(caller, parsed.data)) };
  };
}

/** The host, asked in somebody's name. */
const hostFor = (host: Host, caller: Caller) =>
  createClient((operation, input) => callFor(caller, () => host.dispatch(operation, input)));

function libraryOwn({ host, name }: OwnHandlersOptions) {
  return {
    'app.capabilities': async (caller) => ({
      ...(await hostFor(host, caller)('app.capabilities', {})),
      folder: name,
      team: { name },
    }),
    'library.list': async (caller, input) => {
      const listed = await allListed(host, caller, input);
      const seen = ({ meta }: NarrativeSummary) => roleFor(caller.member, meta.id) !== null;
      const items = listed.items.filter(seen);
      const isOwner = roleFor(caller.member, 'team') === 'owner';
      return {
        ...listed,
        items: items.slice(input.offset, input.offset + input.limit),
        total: items.length,
        counts: await seenCounts(host, caller),
        folder: name,
        latest: listed.latest && seen(listed.latest) ? listed.latest : null,
        notices: isOwner ? listed.notices : [],
        trashCount: isOwner ? listed.trashCount : 0,
      };
    },
    'library.search': async (caller, input) => {
      const found = await hostFor(host, caller)('library.search', input);
      return { ...found, hits: found.hits.filter(({ id }) => roleFor(caller.member, id) !== null) };
    },
  } satisfies Own;
}

const pageSize = 500;

async function allListed(host: Host, caller: Caller, filter: Pick<Input<'library.list'>, 'stage' | 'sort'>) {
  const call = hostFor(host, caller);
  const { stage, sort } = filter;
  const first = await call('library.list', { stage, sort, offset: 0, limit: pageSize });
  const items = [...first.items];
  while (items.length < first.total) {
    const next = await call('library.list', { stage, sort, offset: items.length, limit: pageSize });
    if (next.items.length === 0) break;
    items.push(...next.items);
  }
  return { ...first, items };
}

async function seenCounts(host: Host, caller: Caller): Promise<Output<'library.list'>['counts']> {
  const { items, counts } = await allListed(host, caller, { stage: 'all', sort: 'edited' });
  const seen = items.filter(({ meta }) => roleFor(caller.member, meta.id) !== null);
  const countOf = (stage: string) =>
    seen.filter(({ meta }) => stage === 'all' || meta.stage === stage).length;
  return Object.fromEntries(Object.keys(counts).map((stage) => [stage, countOf(stage)])) as typeof counts;
}

function narrativeOwn({ host, hearing, now }: OwnHandlersOptions) {
  return {
    'narratives.open': async (caller, { id }) => {
      const opened = await hostFor(host, caller)('narratives.open', { id });
      const review = recordsById(hearing.visible(caller, id, knownRecords(opened.review)));
      const role = roleFor(caller.member, id) ?? 'reader';
      // Where a reader stopped is theirs, and is not kept for a whole team.
      return { ...opened, meta: { ...opened.meta, lastPlace: null }, review, role };
    },
    'narratives.updateMeta': async (caller, { id, patch: { lastPlace: _own, ...patch } }) => {
      const call = hostFor(host, caller);
      if (Object.keys(patch).length === 0)
        return { ...(await call('narratives.open', { id })).meta, lastPlace: null };
      return call('narratives.updateMeta', { id, patch });
    },
    'review.add': async (caller, { id, records }) => {
      const role = roleFor(caller.member, id);
      if (role === null) throw notAllowed(role);
      const known = await host.readReview(id);
      const stamped = stampRecords(records, { name: caller.member.name, role, now: now(), known });
      if (stamped.length === 0) return { savedAt: now().toISOString() };
      return hostFor(host, caller)('review.add', { id, records: stamped });
    },
  } satisfies Own;
}

function settingsOwn({ host, team }: OwnHandlersOptions) {
  const read = async (caller: Caller): Promise<Settings> => {
    const { logo } = await hostFor(host, caller)('settings.read', {});
    const own = await team.store.settings(caller.member.id);
    return settingsSchema.parse({
      ...defaultSettings,
      logo,
      ...own,
      author: caller.member.name.slice(0, 100),
    });
  };
  return {
    'settings.read': read,
    'settings.update': async (caller, { author: _name, logo, ...patch }) => {
      if (logo !== undefined && roleFor(caller.member, 'team') === 'owner')
        await hostFor(host, caller)('settings.update', { logo });
      const own = await team.store.settings(caller.member.id);
      await team.store.setSettings(caller.member.id, { ...own, ...withoutGaps(patch) });
      return read(caller);
    },
  } satisfies Own;
}

const withoutGaps = (settings: SettingsPatch): SettingsPatch =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

function teamOwn({ team, name }: OwnHandlersOptions) {
  const view = async ({ member }: Caller): Promise<TeamView> => {
    const members = (await team.store.members()).filter(({ removedAt }) => removedAt === null);
    const isOwner = roleFor(member, 'team') === 'owner';
    return {
      name,
      me: shown(member),
      members: members.map(shown),
      invitations: isOwner ? await team.store.invitations() : [],
      sessions: await team.store.sessionsOf(member.id),
    };
  };
  return {
    'team.read': view,
    'team.invite': async (caller, order) => {
      const { invitation, token } = await team.invite(caller, order);
      return { invitation, path: `/join/${token}` };
    },
    'team.linkFor': async (caller, { member }) => {
      const { invitation, token } = await team.linkFor(caller, member);
      return { path: `/join/${token}`, expiresAt: invitation.expiresAt };
    },
    'team.revokeInvitation': async (caller, { invitation }) => {
      await team.revokeInvitation(caller, invitation);
      return {};
    },
    'team.setRole': async (caller, change) => {
      await team.setRole(caller, change);
      return {};
    },
    'team.removeMember': async (caller, { member }) => {
      await team.removeMember(caller, member);
      return {};
    },
    'team.audit': async (_caller, { limit }) => team.store.audit(limit),
    'team.signOut': async (caller) => {
      await team.signOut(caller);
      return {};
    },
  } satisfies Own;
}

const shown = ({ id, name, joinedAt, grants }: Member) => ({ id, name, joinedAt, grants });
