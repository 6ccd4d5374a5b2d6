import { type Extension, Hocuspocus, type onLoadDocumentPayload } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { type Call, createClient } from '../../../core/api/client';
import { toDatelineError } from '../../../core/api/errors';
import type { EventMessage } from '../../../core/api/events';
import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import type { Role } from '../../../core/team/role';
import type { Host, HostPorts } from '../../../host/ports';
import type { Caller } from '../../../host/team/caller';
import { JoinRefused, lineCloses, lineGone } from './liveErrors';
import { liveHooks, narrativesPerSocket, type SeatContext, type SocketContext } from './liveHooks';
import { LiveNarrative } from './liveNarrative';
import { guardSocket, type LiveSocket } from './liveSocket';
import { RedisLine } from './redisLine';
import { Turns } from './turns';

export interface LiveLineOptions {
  /** Asked in the server's own name: it alone says what a narrative holds, and makes it durable. */
  host: Pick<Host, 'dispatch' | 'onEvent'>;
  /** See `liveRoles`. */
  team: {
    /** Knows from now on what they may do, until the returned function is called. */
    follow: (caller: Caller) => () => void;
    /** What somebody who is followed may do now; null for nothing, also for whoever is signed out. */
    roleIn: (caller: Caller, narrative: NarrativeId) => Role | null;
    /** Hears when an answer of `roleIn` may have changed; returns the unsubscriber. */
    onGrantChange: (listener: () => void) => () => void;
  };
  now: () => Date;
  /** A random id of this server process. */
  newId: () => string;
  /** Redis, by which several server processes tell each other of changes; without it there is one process. */
  redisUrl?: string;
  log: HostPorts['log'];
}

/** What the line does now and did since it began. */
export interface LiveNumbers {
  sockets: number;
  narratives: number;
  seats: number;
  /** Narratives with changes that are not durable yet. */
  behind: number;
  writes: number;
  failedWrites: number;
  refusedChanges: number;
}

/** The sockets over which windows share narratives while they type. */
export interface LiveLine {
  /** Serves an open socket of somebody who is signed in; its messages are Hocuspocus', see core/team/liveMessages. */
  accept(socket: WebSocket, caller: Caller): void;
  numbers(): LiveNumbers;
  /** Makes all that was shared durable, then sends every window away to join again. */
  close(): Promise<void>;
}

/** What windows that do not answer are given to say goodbye. */
const goodbyeMs = 1000;
/** Only asked for by Hocuspocus' types; who calls is known before. */
const noRequest = new Request('http://live.invalid/');

export function createLiveLine(options: LiveLineOptions): LiveLine {
  const line = new OpenLine(options);
  return {
    accept: (socket, caller) => line.accept(socket, caller),
    numbers: () => line.numbers(),
    close: () => line.close(),
  };
}

class OpenLine {
  readonly #options: LiveLineOptions;
  readonly #call: Call;
  /** The name under which the line saves, so that it knows its own changes when the host tells of them. */
  readonly #window: string;
  readonly #hocuspocus: Hocuspocus<SeatContext>;
  readonly #narratives = new Map<string, LiveNarrative>();
  readonly #sockets = new Map<WebSocket, LiveSocket>();
  readonly #stops: (() => void)[];
  readonly #counts = { writes: 0, failedWrites: 0, refusedChanges: 0 };
  /** Many narratives are often due at once; between two of them windows are answered. */
  readonly #turns = new Turns();
  #isClosing = false;

  constructor(options: LiveLineOptions) {
    const { host, team } = options;
    this.#options = options;
    this.#call = createClient(host.dispatch);
    this.#window = `live-${options.newId()}`;
    const hooks = liveHooks({
      roleIn: team.roleIn,
      isClosing: () => this.#isClosing,
      narratives: this.#narratives,
      onRefused: () => {
        this.#counts.refusedChanges += 1;
      },
    });
    this.#hocuspocus = new Hocuspocus<SeatContext>({
      quiet: true,
      // Hocuspocus itself stores nothing; it only waits this long before it lets go of a narrative.
      debounce: 1000,
      maxDebounce: 1000,
      // A library that comes back asks for all that it has at once; beyond this the whole socket would be closed.
      maxPendingDocuments: 2 * narrativesPerSocket,
      extensions: [...this.#betweenServers(), hooks, this.#loading()],
    });
    this.#stops = [host.onEvent((message) => this.#hear(message)), team.onGrantChange(() => this.#recheck())];
  }

  accept(socket: WebSocket, caller: Caller): void {
    // Not answering errors ends the process; `close` follows every one of them.
    socket.on('error', () => undefined);
    if (this.#isClosing) {
      socket.close(1012, 'closing');
      return;
    }
    const guarded = guardSocket(socket, (message) => connection.handleMessage(message));
    const context: SocketContext = { caller, socket, joined: new Set() };
    const connection = this.#hocuspocus.handleConnection(guarded.outlet, noRequest, context as SeatContext);
    this.#sockets.set(socket, guarded);
    const unfollow = this.#options.team.follow(caller);
    socket.on('close', (code) => {
      this.#sockets.delete(socket);
      unfollow();
      connection.handleClose({ code, reason: '' });
    });
  }

  numbers(): LiveNumbers {
    const narratives = [...this.#narratives.values()];
    return {
      sockets: this.#sockets.size,
      narratives: narratives.length,
      seats: narratives.reduce((sum, { seats }) => sum + seats.size, 0),
      behind: narratives.filter(({ keeper }) => keeper.isBehind()).length,
      ...this.#counts,
    };
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    for (const guarded of this.#sockets.values()) guarded.pause();
    const flushed = await Promise.allSettled(
      [...this.#narratives.values()].map(({ keeper }) => keeper.flush()),
    );
    for (const result of flushed) if (result.status === 'rejected') this.#report(result.reason);
    for (const stop of this.#stops) stop();
    // What still comes stays with its window, which sends it to the next server.
    for (const { keeper } of this.#narratives.values()) keeper.drop(lineCloses());
    await Promise.all([...this.#sockets].map(([socket, guarded]) => sendAway(socket, guarded)));
    await this.#hocuspocus.hooks('onDestroy', { instance: this.#hocuspocus });
  }

  /** Brings narratives from the host, and keeps them open until all of them is durable. */
  #loading() {
    return {
      onLoadDocument: (load: onLoadDocumentPayload<SeatContext>) => this.#load(load),
      beforeUnloadDocument: async ({
        documentName,
        document,
      }: {
        documentName: string;
        document: object;
      }) => {
        const narrative = this.#narratives.get(documentName);
        if (narrative?.document !== document || narrative.keeper.isBehind()) throw new JoinRefused('closing');
      },
    };
  }

  #betweenServers(): Extension[] {
    const { redisUrl, log } = this.#options;
    if (redisUrl === undefined) return [];
    const onState = (isThere: boolean) =>
      isThere
        ? log('info', 'live line: Redis is back; all servers tell each other what they have')
        : log('warn', 'live line: Redis is away; words of other servers come when it is back');
    return [new RedisLine({ url: redisUrl, instance: () => this.#hocuspocus as Hocuspocus, onState })];
  }

  async #load({ document, documentName }: onLoadDocumentPayload<SeatContext>): Promise<void> {
    const id = narrativeIdSchema.parse(documentName);
    const narrative = new LiveNarrative(document, {
      save: (update) => this.#save(id, update),
      now: this.#options.now,
      onIdle: () => void this.#hocuspocus.unloadDocument(document),
      onEnd: () => this.#forget(documentName, narrative),
    });
    // Known before it is read, so that no change which the host tells of meanwhile is missed.
    this.#narratives.set(documentName, narrative);
    document.on('destroy', () => this.#forget(documentName, narrative));
    try {
      const { state } = await this.#call('narratives.open', { id });
      narrative.takeFromHost(Buffer.from(state, 'base64'));
    } catch (thrown) {
      this.#narratives.delete(documentName);
      throw new JoinRefused(toDatelineError(thrown).code);
    }
  }

  /** Whoever joins next is given what the host has. */
  #forget(name: string, narrative: LiveNarrative): void {
    if (this.#narratives.get(name) !== narrative) return;
    this.#narratives.delete(name);
    if (this.#hocuspocus.documents.get(name) === narrative.document) this.#hocuspocus.documents.delete(name);
  }

  async #save(id: NarrativeId, update: Uint8Array): Promise<string> {
    await this.#turns.next();
    try {
      const change = Buffer.from(update).toString('base64');
      const { savedAt } = await this.#call('narratives.save', { id, update: change, window: this.#window });
      this.#counts.writes += 1;
      return savedAt;
    } catch (thrown) {
      this.#counts.failedWrites += 1;
      this.#report(thrown);
      throw thrown;
    }
  }

  #hear({ event, data }: EventMessage): void {
    if (event === 'narrative.gone') this.#narratives.get(data.id)?.end(lineGone());
    if (event !== 'narrative.updated' || data.window === this.#window) return;
    this.#narratives.get(data.id)?.takeFromHost(Buffer.from(data.update, 'base64'));
  }

  /** Roles hold at once, also for who is in the middle of a word. */
  #recheck(): void {
    for (const [name, { seats }] of this.#narratives) {
      for (const seat of [...seats]) {
        const role = this.#options.team.roleIn(seat.caller, narrativeIdSchema.parse(name));
        if (role) seat.setRole(role);
        else seat.close({ code: 4403, reason: 'not-allowed' });
      }
    }
  }

  #report(thrown: unknown): void {
    const { code, message } = toDatelineError(thrown);
    this.#options.log('error', `live line: ${code}: ${message}`);
  }
}

/** Tells a window to join again, and does not wait for one that is gone. */
function sendAway(socket: WebSocket, guarded: LiveSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), goodbyeMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1012, 'closing');
    guarded.resume();
  });
}
