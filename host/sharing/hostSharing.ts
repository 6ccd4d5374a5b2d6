import { hostname } from 'node:os';
import type { Handlers } from '../../core/api/dispatch';
import { DatelineError } from '../../core/api/errors';
import type { EventMessage } from '../../core/api/events';
import type { NarrativeId } from '../../core/narrative/meta';
import { type JoinedTeam, parseInvitationLink } from '../../core/team/joinedTeam';
import { type Role, reaches } from '../../core/team/role';
import type { LibraryStore } from '../../storage/libraryStore';
import type { JoinedTeams, KeptTeam } from '../../storage/team/joinedTeams';
import type { Emit } from '../events/eventHub';
import type { OpenNarratives } from '../narratives/openNarratives';
import { joinTeam } from './teamClient';
import { TeamLine } from './teamLine';

export interface HostSharingOptions {
  store: LibraryStore;
  teams: JoinedTeams;
  narratives: OpenNarratives;
  now: () => Date;
  newId: () => string;
  emit: Emit;
  /** Hears of a narrative that was not in the library before. */
  onAdded: (id: NarrativeId) => void;
  log: (thrown: unknown) => void;
}

type SharingOperations = `teams.${'list' | 'join' | 'leave' | 'share'}`;

/** The teams that this library keeps copies of narratives for. */
export interface HostSharing {
  handlers: Pick<Handlers, SharingOperations>;
  /** What this library's person may do with a narrative; they own what no team has. */
  roleOf(id: NarrativeId): Role;
  /** Throws `not-allowed` where they may not write in it. */
  refuseWriting(id: NarrativeId): void;
  /** Hears what happens in this library. */
  hear(message: EventMessage): void;
  close(): Promise<void>;
}

/** Takes up the line to every team that was joined. */
export function createHostSharing(options: HostSharingOptions): HostSharing {
  const { teams, store, narratives, now, onAdded, log, emit } = options;
  const lines = new Map<string, TeamLine>();
  const changed = () => emit({ event: 'teams.changed', data: {} });

  function begin(team: KeptTeam): TeamLine {
    const onKept = (kept: KeptTeam['narratives']) => {
      teams.change((all) => all.map((each) => withNarratives(each, team.id, kept))).catch(log);
    };
    const line = new TeamLine({ team, store, narratives, now, onAdded, onChange: changed, onKept, log });
    lines.set(team.id, line);
    return line;
  }
  for (const team of teams.list()) begin({ ...team });

  const roleOf = (id: NarrativeId): Role => {
    for (const line of lines.values()) {
      const role = line.roleOf(id);
      if (role !== null) return role;
    }
    return 'owner';
  };

  return {
    handlers: sharingHandlers(options, { lines, begin, changed }),
    roleOf,
    refuseWriting(id) {
      if (!reaches(roleOf(id), 'coauthor')) throw mayNotWrite();
    },
    hear(message) {
      for (const line of lines.values()) line.hearLibrary(message);
    },
    async close() {
      await Promise.all(Array.from(lines.values(), (line) => line.close()));
    },
  };
}

interface Lines {
  lines: Map<string, TeamLine>;
  begin: (team: KeptTeam) => TeamLine;
  changed: () => void;
}

function sharingHandlers({ teams, newId }: HostSharingOptions, { lines, begin, changed }: Lines) {
  const lineOf = (team: string): TeamLine => {
    const line = lines.get(team);
    if (line === undefined) throw notJoined();
    return line;
  };
  return {
    'teams.list': async () => Array.from(lines.values(), (line): JoinedTeam => line.state()),
    'teams.join': async ({ link, name }) => {
      const invitation = parseInvitationLink(link);
      if (invitation === null) throw noInvitation();
      // Who was signed out, or is given another role, comes in by a new link; one server is one team.
      const before = teams.list().find(({ address }) => address === invitation.address);
      const session = before?.session ?? null;
      const joined = await joinTeam(invitation, { name, device: hostname(), session });
      const team: KeptTeam = {
        id: before?.id ?? newId(),
        address: invitation.address,
        name: joined.team.name,
        member: joined.member.name,
        session: joined.session,
        narratives: before?.narratives ?? [],
      };
      await lines.get(team.id)?.leave();
      await teams.change((all) => [...all.filter(({ id }) => id !== team.id), team]);
      const line = begin({ ...team });
      changed();
      return line.state();
    },
    'teams.leave': async ({ team }) => {
      const line = lineOf(team);
      await teams.change((all) => all.filter((kept) => kept.id !== team));
      lines.delete(team);
      await line.leave();
      changed();
      return {};
    },
    'teams.share': async ({ team, id }) => {
      const line = lineOf(team);
      await line.share(id);
      return {};
    },
  } satisfies Pick<Handlers, SharingOperations>;
}

function withNarratives(kept: KeptTeam, team: string, narratives: KeptTeam['narratives']): KeptTeam {
  return kept.id === team ? { ...kept, narratives } : kept;
}

function noInvitation(): DatelineError {
  return new DatelineError(
    'bad-request',
    'This is not an invitation to a team. One looks like https://dateline.example/join/… with a long ending.',
    'Copy the whole link from whoever invited you.',
  );
}

function notJoined(): DatelineError {
  return new DatelineError('not-found', 'This library does not belong to that team any more.');
}

function mayNotWrite(): DatelineError {
  return new DatelineError(
    'not-allowed',
    'You read this narrative with your team, so its words are changed by its authors.',
    'Say what you would change in a comment or a suggestion. Your words are still in this window.',
  );
}
