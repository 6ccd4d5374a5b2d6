import type { EventMessage } from '../../core/api/events';
import type { NarrativeId } from '../../core/narrative/meta';
import { knownRecords } from '../../core/review/knownRecords';
import { nextReveal, visibleRecords } from '../../core/review/meeting/visibleRecords';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import { type Role, reaches } from '../../core/team/role';
import type { Scope } from '../../core/team/teamRecords';
import type { Host } from '../ports';
import type { Caller } from './caller';
import type { Team } from './team';

export interface HearingOptions {
  host: Host;
  team: Team;
  now: () => Date;
}

/** What each member may know of what is said, and when. */
export interface Hearing {
  listen(caller: Caller, listener: (message: EventMessage) => void): () => void;
  /** The records that a member may see now: not those of others in a silent reading, nor keys that seal packets. */
  visible(caller: Caller, id: NarrativeId, records: readonly ReviewRecord[]): ReviewRecord[];
  close(): void;
}

interface Listener {
  caller: Caller;
  tell: (message: EventMessage) => void;
}

/** A timer of Node runs out at once beyond this, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;
const roomKinds: ReadonlySet<ReviewRecord['kind']> = new Set([
  'meeting',
  'meetingStep',
  'hasRead',
  'decision',
]);

export function createHearing({ host, team, now }: HearingOptions): Hearing {
  const listeners = new Set<Listener>();
  const reveals = new Map<NarrativeId, ReturnType<typeof setTimeout>>();

  const visible: Hearing['visible'] = (caller, id, records) => {
    const role = team.roleNow(caller, id);
    const seen = visibleRecords(records, { viewer: caller.member.name, now: now() });
    return seen.filter(({ kind }) => {
      if (kind === 'packet' || kind === 'customerContact') return role !== null && reaches(role, 'coauthor');
      return true;
    });
  };

  const readAll = async (id: NarrativeId) => knownRecords(await host.readReview(id));

  /** Tells everybody all that they may see by now: what was hidden from them before comes with it. */
  async function reveal(id: NarrativeId): Promise<void> {
    clearTimeout(reveals.get(id));
    reveals.delete(id);
    const records = await readAll(id);
    tellAll(id, records, records);
    const next = nextReveal(records, now());
    if (next === null) return;
    const wait = Math.min(Math.max(next.getTime() - now().getTime(), 0) + 20, longestTimerMs);
    reveals.set(
      id,
      setTimeout(() => void reveal(id).catch(() => undefined), wait),
    );
  }

  /** `all` decides what is hidden; `fresh` is what is told. */
  function tellAll(id: NarrativeId, fresh: readonly ReviewRecord[], all: readonly ReviewRecord[]): void {
    const ids = new Set(fresh.map((record) => record.id));
    for (const { caller, tell } of listeners) {
      if (team.roleNow(caller, id) === null) continue;
      const records = visible(caller, id, all).filter((record) => ids.has(record.id));
      if (records.length > 0) tell({ event: 'review.added', data: { id, records } });
    }
  }

  async function hearReview(id: NarrativeId, fresh: readonly ReviewRecord[]): Promise<void> {
    if (fresh.some(({ kind }) => roomKinds.has(kind))) return reveal(id);
    tellAll(id, fresh, await readAll(id));
  }

  const stop = host.onEvent((message) => {
    if (message.event === 'review.added') {
      const { id, records } = message.data;
      // Nothing is to be told of a narrative that is gone by now.
      hearReview(id, records).catch(() => undefined);
      return;
    }
    for (const { caller, tell } of listeners)
      if (mayHear((scope) => team.roleNow(caller, scope), message)) tell(message);
  });

  const stopTeam = team.onChange(() => {
    for (const { tell } of listeners) tell({ event: 'team.changed', data: {} });
  });

  return {
    listen(caller, tell) {
      const listener = { caller, tell };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    visible,
    close() {
      stop();
      stopTeam();
      for (const timer of reveals.values()) clearTimeout(timer);
    },
  };
}

/** Text goes over the live line alone; notices name places on the server's disk. */
function mayHear(roleIn: (scope: Scope) => Role | null, message: EventMessage): boolean {
  switch (message.event) {
    case 'narrative.meta':
    case 'narrative.gone':
      return roleIn(message.data.id) !== null;
    case 'library.changed':
      return true;
    case 'library.notice':
      return roleIn('team') === 'owner';
    case 'job.progress':
      // Names of jobs are random and known to whoever began them.
      return roleIn('team') !== null;
    default:
      return false;
  }
}
