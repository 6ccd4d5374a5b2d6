import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import type { Output } from '../../core/api/contract';
import { DatelineError, toDatelineError } from '../../core/api/errors';
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
/** All is compared anew after so long, in milliseconds, and sooner where something could not be reached. */
const meetEveryMs = 5 * 60_000;
const meetAgainMs = 15_000;

/** By this name the server knows what a library writes without a line. */
const sharingWindow = 'library';

export interface TeamLineOptions {
  team: KeptTeam;
  store: LibraryStore;
  narratives: OpenNarratives;
  now: () => Date;
  /** Hears of a narrative that was not in the library before. */
  onAdded: (id: NarrativeId) => void;
  /** Called when the line, a role or what waits is another. */
  onChange: () => void;
  /** Called when what is kept of the team's narratives is another than before. */
  onKept: (narratives: KeptTeam['narratives']) => void;
  log: (thrown: unknown) => void;
}

type KeptNarrative = KeptTeam['narratives'][number];

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
  readonly #troubles = new Map<NarrativeId, DatelineError>();
  readonly #ending = new AbortController();
  readonly #endEvents: () => void;
  #state: LineState = 'waiting';
  #nextMeeting: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Whether the server tells what happens there at this moment. */
  #hasLine = false;
  #isClosed = false;

  constructor(options: TeamLineOptions) {
    const { team } = options;
    this.id = team.id;
    this.#options = options;
    this.#client = createTeamClient(team, this.#ending.signal);
    this.#files = new SharedFiles({ ...options, client: this.#client });
    this.#line = openLine(team);
    this.#endEvents = holdEventLine({
      address: team.address,
      session: team.session,
      onEvent: (message) => this.#soon(() => this.#hearTeam(message)),
      onOpen: () => {
        this.#hasLine = true;
        void this.#soon(() => this.#meet());
      },
      onLost: (isRefused) => this.#loseLine(isRefused),
    });
  }

  state(): JoinedTeam {
    const { id, address, name, member, narratives } = this.#options.team;
    const known = narratives.map((kept) => {
      const copy = this.#shared.get(kept.id)?.copy;
      const trouble = this.#troubles.get(kept.id)?.toData() ?? null;
      return {
        ...{ id: kept.id, role: copy?.role() ?? kept.role },
        ...{ isWaiting: copy?.isWaiting() ?? false, trouble },
      };
    });
    return { id, address, name, member, line: this.#state, narratives: known };
  }

  /** What this library's person may do with a narrative of the team, also while there is no line. */
  roleOf(id: NarrativeId): Role | null {
    const kept = this.#options.team.narratives.find((narrative) => narrative.id === id);
    return kept ? (this.#shared.get(id)?.copy.role() ?? kept.role) : null;
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
    if (message.event === 'narrative.meta') this.#about(message.data.id, ({ records }) => records.sendMeta());
    if (message.event === 'narrative.gone') void this.#soon(() => this.#part(message.data.id));
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

  /** Ends the session at the server, where it can be reached, and the line. */
  async leave(): Promise<void> {
    if (this.#hasLine) await this.#client.call('team.signOut', {}).catch(this.#options.log);
    await this.close();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endEvents();
    this.#ending.abort();
    clearTimeout(this.#nextMeeting);
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
        if (!isUnreachable(thrown)) this.#options.log(thrown);
        else if (!this.#isClosed) this.#missServer();
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
    this.#meetLater(meetEveryMs);
    await this.#meetEach(await this.#listed());
    if (this.#hasLine) this.#report('open');
  }

  async #meetNew(): Promise<void> {
    const ids = await this.#listed();
    await this.#meetEach(ids.filter((id) => !this.#shared.has(id)));
    this.#options.onChange();
  }

  /** One that cannot be taken in keeps none of the others back. */
  async #meetEach(ids: readonly NarrativeId[]): Promise<void> {
    const trashed = new Set(this.#options.store.listTrash().map(({ id }) => id));
    for (const id of ids) {
      if (this.#isClosed) return;
      // Who put it in the trash here wants it here no more.
      if (trashed.has(id)) continue;
      try {
        await this.#meetOne(id);
      } catch (thrown) {
        if (isUnreachable(thrown)) throw thrown;
        this.#hearTrouble(id, thrown);
      }
    }
  }

  #meetLater(delayMs: number): void {
    clearTimeout(this.#nextMeeting);
    if (this.#isClosed) return;
    this.#nextMeeting = setTimeout(() => {
      if (this.#hasLine) void this.#soon(() => this.#meet());
    }, delayMs);
  }

  #missServer(): void {
    if (this.#state !== 'signed-out') this.#report('waiting');
    this.#meetLater(meetAgainMs);
  }

  #loseLine(isRefused: boolean): void {
    this.#hasLine = false;
    if (isRefused) this.#line.disconnect();
    this.#report(isRefused ? 'signed-out' : 'waiting');
  }

  /** Says why a narrative is not in step; null once it is. */
  #hearTrouble(id: NarrativeId, thrown: unknown): void {
    const before = this.#troubles.get(id)?.message;
    if (thrown === null) this.#troubles.delete(id);
    else {
      this.#troubles.set(id, toDatelineError(thrown));
      if (!(thrown instanceof DatelineError)) this.#options.log(thrown);
    }
    if (this.#troubles.get(id)?.message !== before) this.#options.onChange();
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
    const listed = new Set(ids);
    const { team } = this.#options;
    const gone = team.narratives.filter(({ id }) => !listed.has(id));
    for (const { id } of gone) await this.#part(id);
    if (gone.length > 0) this.#keep(team.narratives.filter(({ id }) => listed.has(id)));
    return ids;
  }

  /** Ends keeping one in step. */
  async #part(id: NarrativeId): Promise<void> {
    const shared = this.#shared.get(id);
    this.#shared.delete(id);
    this.#troubles.delete(id);
    await shared?.copy.close();
  }

  async #meetOne(id: NarrativeId): Promise<void> {
    const remote = await this.#client.call('narratives.open', { id });
    const { role } = remote;
    await this.#addMissing(remote);
    const shared = this.#shared.get(id) ?? (await this.#share(id, role));
    shared.copy.setRole(role);
    this.#keepOne(id, { role });
    await shared.copy.takeLibrary();
    await shared.copy.exchange(Buffer.from(remote.state, 'base64'), (update) =>
      this.#client.call('narratives.save', { id, update: toBase64(update), window: sharingWindow }),
    );
    await shared.records.meet(remote);
    await this.#files.carry(id, reaches(role, 'coauthor'));
  }

  async #share(id: NarrativeId, role: Role): Promise<Shared> {
    const { team, narratives, onChange } = this.#options;
    const onTrouble = (thrown: unknown) => this.#hearTrouble(id, thrown);
    const onRole = (next: Role) => this.#keepOne(id, { role: next });
    const copy = await SharedCopy.open({
      ...{ id, role, narratives, onChange, onRole, onTrouble },
      onDenied: () => void this.#soon(() => this.#meetEach([id])),
      line: this.#line,
    });
    const records = new SharedRecords({
      ...{ id, narratives, client: this.#client, onTrouble },
      mayName: () => reaches(copy.role(), 'coauthor'),
      agreed: {
        meta: team.narratives.find((kept) => kept.id === id)?.agreed ?? null,
        keep: (agreed) => this.#keepOne(id, { agreed }),
      },
    });
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

  #keepOne(id: NarrativeId, known: Partial<KeptNarrative>): void {
    const { narratives } = this.#options.team;
    const before = narratives.find((narrative) => narrative.id === id);
    const next = { id, role: 'reader' as const, ...before, ...known };
    if (before && JSON.stringify(before) === JSON.stringify(next)) return;
    this.#keep([...narratives.filter((narrative) => narrative.id !== id), next]);
  }

  #keep(narratives: KeptNarrative[]): void {
    const { team, onKept } = this.#options;
    team.narratives = narratives;
    onKept(narratives);
  }

  #report(state: LineState): void {
    this.#state = state;
    this.#options.onChange();
  }
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function isUnreachable(thrown: unknown): boolean {
  return thrown instanceof DatelineError && thrown.code === 'unreachable';
}

/** The socket for the shared documents of a team, in the name of this library's member. */
function openLine({ address, session }: KeptTeam): HocuspocusProviderWebsocket {
  class MemberSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { authorization: `Bearer ${session}` } });
      // One that is ended while it opens says so once the provider listens no more, and nobody else would hear it.
      this.on('error', () => undefined);
    }
  }
  return new HocuspocusProviderWebsocket({
    url: socketAddress(address, '/live'),
    WebSocketPolyfill: MemberSocket,
    maxDelay: 30_000,
  });
}
