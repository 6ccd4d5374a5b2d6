import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import type { Output } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { EventMessage } from '../../core/api/events';
import { defaultExportOptions } from '../../core/api/shapes';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { findUnknownContent } from '../../core/narrative/preflight';
import type { JoinedTeam, TeamLine as LineState } from '../../core/team/joinedTeam';
import { type Role, reaches } from '../../core/team/role';
import type { LibraryStore } from '../../storage/libraryStore';
import type { KeptTeam } from '../../storage/team/joinedTeams';
import { localDay } from '../clock/localDay';
import { exportPackage } from '../exporters/exportPackage';
import { gatherExportDocument } from '../exports/exportDocument';
import { unknownContent } from '../narratives/narrativeErrors';
import type { OpenNarratives } from '../narratives/openNarratives';
import { holdEventLine, socketAddress } from './eventLine';
import { SharedCopy, teamWindow } from './sharedCopy';
import { SharedFiles } from './sharedFiles';
import { SharedRecords } from './sharedRecords';
import { createTeamClient, type TeamClient } from './teamClient';

const pageSize = 500;
/** Files are looked for once a narrative has rested for so long, in milliseconds. */
const carryRestMs = 1_000;

export interface TeamLineOptions {
  team: KeptTeam;
  store: LibraryStore;
  narratives: OpenNarratives;
  now: () => Date;
  /** Hears of a narrative that was not in the library before. */
  onAdded: (id: NarrativeId) => void;
  /** Called when the line, a role or what waits is another. */
  onChange: () => void;
  /** Called when the roles are others than those the team was kept with. */
  onRoles: (narratives: KeptTeam['narratives']) => void;
  log: (thrown: unknown) => void;
}

interface Shared {
  copy: SharedCopy;
  records: SharedRecords;
}

/** Keeps a library's copies of a team's narratives and the team's server the same, whenever there is a line. */
export class TeamLine {
  readonly id: string;
  readonly #options: TeamLineOptions;
  readonly #client: TeamClient;
  readonly #line: HocuspocusProviderWebsocket;
  readonly #files: SharedFiles;
  readonly #shared = new Map<NarrativeId, Shared>();
  readonly #carrying = new Map<NarrativeId, ReturnType<typeof setTimeout>>();
  readonly #endEvents: () => void;
  #state: LineState = 'waiting';
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: TeamLineOptions) {
    const { team } = options;
    this.id = team.id;
    this.#options = options;
    this.#client = createTeamClient(team);
    this.#files = new SharedFiles({ ...options, client: this.#client });
    this.#line = openLine(team);
    this.#endEvents = holdEventLine({
      address: team.address,
      session: team.session,
      onEvent: (message) => this.#soon(() => this.#hearTeam(message)),
      onOpen: () => this.#soon(() => this.#meet()),
      onLost: (isRefused) => this.#report(isRefused ? 'signed-out' : 'waiting'),
    });
  }

  state(): JoinedTeam {
    const { id, address, name, member, narratives } = this.#options.team;
    const known = narratives.map((kept) => {
      const copy = this.#shared.get(kept.id)?.copy;
      return { id: kept.id, role: copy?.role() ?? kept.role, isWaiting: copy?.isWaiting() ?? false };
    });
    return { id, address, name, member, line: this.#state, narratives: known };
  }

  /** What this library's person may do with a narrative of the team, also while there is no line. */
  roleOf(id: NarrativeId): Role | null {
    return this.state().narratives.find((narrative) => narrative.id === id)?.role ?? null;
  }

  /** Hears what happens in this library. */
  hearLibrary(message: EventMessage): void {
    if (message.event === 'narrative.updated') {
      const shared = this.#shared.get(message.data.id);
      if (shared && message.data.window !== teamWindow) shared.copy.hearWindow(message.data);
      if (shared) this.#carryLater(message.data.id);
    }
    if (message.event === 'review.added')
      this.#about(message.data.id, ({ records }) => records.send(message.data.records));
    if (message.event === 'narrative.meta')
      this.#about(message.data.id, ({ records }) => records.sendMeta(message.data.meta));
  }

  /** Gives a narrative of this library to the team, which has it under the same id from now on. */
  async share(id: NarrativeId): Promise<void> {
    const { narratives, store, now } = this.#options;
    const document = await gatherExportDocument({
      file: await narratives.peek(id),
      options: defaultExportOptions,
      date: localDay(now()),
      files: store,
      carriesFiles: true,
    });
    const data = Buffer.from(exportPackage(document).bytes).toString('base64');
    await this.#client.call('imports.run', {
      fileName: `${id}.dateline`,
      data,
      job: `share-${id}`.slice(0, 64),
    });
    await this.#soon(() => this.#meetNew());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endEvents();
    for (const timer of this.#carrying.values()) clearTimeout(timer);
    await this.#work;
    await Promise.all(Array.from(this.#shared.values(), ({ copy }) => copy.close()));
    this.#line.destroy();
  }

  #carryLater(id: NarrativeId): void {
    clearTimeout(this.#carrying.get(id));
    const timer = setTimeout(() => {
      this.#about(id, ({ copy }) => this.#files.carry(id, reaches(copy.role(), 'coauthor')));
    }, carryRestMs);
    this.#carrying.set(id, timer);
  }

  #about(id: NarrativeId, work: (shared: Shared) => Promise<void>): void {
    const shared = this.#shared.get(id);
    if (shared) void this.#soon(() => work(shared));
  }

  /** One thing after the other; what fails is met again with the next line. */
  #soon(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(async () => {
      if (this.#isClosed) return;
      try {
        await work();
      } catch (thrown) {
        if (thrown instanceof DatelineError && thrown.code === 'unreachable') this.#report('waiting');
        else this.#options.log(thrown);
      }
    });
    return this.#work;
  }

  async #hearTeam(message: EventMessage): Promise<void> {
    if (message.event === 'review.added')
      await this.#shared.get(message.data.id)?.records.take(message.data.records);
    else if (message.event === 'narrative.meta')
      await this.#shared.get(message.data.id)?.records.takeMeta(message.data.meta);
    else if (message.event === 'library.changed' || message.event === 'team.changed') await this.#meetNew();
  }

  /** Everything anew: after a time without a line nobody knows what was missed. */
  async #meet(): Promise<void> {
    for (const id of await this.#listed()) await this.#meetOne(id);
    this.#report('open');
  }

  async #meetNew(): Promise<void> {
    for (const id of await this.#listed()) if (!this.#shared.has(id)) await this.#meetOne(id);
    this.#options.onChange();
  }

  /** What the team has for us; what it has no longer stays in the library as a narrative of its own. */
  async #listed(): Promise<NarrativeId[]> {
    const ids: NarrativeId[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = { stage: 'all', sort: 'edited', offset, limit: pageSize } as const;
      const { items } = await this.#client.call('library.list', page);
      ids.push(...items.map(({ meta }) => meta.id));
      if (items.length < pageSize) break;
    }
    for (const [id, { copy }] of this.#shared) {
      if (ids.includes(id)) continue;
      this.#shared.delete(id);
      await copy.close();
    }
    return ids;
  }

  async #meetOne(id: NarrativeId): Promise<void> {
    const remote = await this.#client.call('narratives.open', { id });
    const { role } = remote;
    await this.#addMissing(remote);
    const shared = this.#shared.get(id) ?? (await this.#share(id, role));
    shared.copy.setRole(role);
    await shared.copy.takeLibrary();
    this.#keepRole(id, role);
    await shared.records.meet(remote);
    await this.#files.carry(id, reaches(role, 'coauthor'));
  }

  async #share(id: NarrativeId, role: Role): Promise<Shared> {
    const { narratives, onChange, log } = this.#options;
    const records = new SharedRecords({ id, narratives, client: this.#client });
    const copy = await SharedCopy.open({ id, role, narratives, line: this.#line, onChange, onTrouble: log });
    const shared = { copy, records };
    this.#shared.set(id, shared);
    return shared;
  }

  async #addMissing({ meta, state, review }: Output<'narratives.open'>): Promise<void> {
    const { store, onAdded } = this.#options;
    if (store.has(meta.id)) return;
    const doc = decodeNarrativeDoc(Buffer.from(state, 'base64'));
    const unknown = findUnknownContent(doc);
    if (unknown.length > 0) throw unknownContent(unknown);
    await store.write({
      meta: { ...meta, lastPlace: null },
      content: readNarrativeDoc(doc),
      yjs: state,
      review: { ...review },
    });
    onAdded(meta.id);
  }

  #keepRole(id: NarrativeId, role: Role): void {
    const { team, onRoles } = this.#options;
    const others = team.narratives.filter((narrative) => narrative.id !== id);
    const before = team.narratives.find((narrative) => narrative.id === id);
    if (before?.role === role) return;
    team.narratives = [...others, { id, role }];
    onRoles(team.narratives);
  }

  #report(state: LineState): void {
    this.#state = state;
    this.#options.onChange();
  }
}

/** The socket for the shared documents of a team, in the name of this library's member. */
function openLine({ address, session }: KeptTeam): HocuspocusProviderWebsocket {
  class MemberSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { authorization: `Bearer ${session}` } });
    }
  }
  return new HocuspocusProviderWebsocket({
    url: socketAddress(address, '/live'),
    WebSocketPolyfill: MemberSocket,
    maxDelay: 30_000,
  });
}
