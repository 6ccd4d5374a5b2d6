import type {
  afterHandleMessagePayload,
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  Connection,
  Extension,
  onAuthenticatePayload,
  onStatelessPayload,
} from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { formatVersion } from '../../../core/format/narrativeFile';
import { jsonOrNull } from '../../../core/json/jsonOrNull';
import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import { handshakeSchema, keepMessageSchema, liveProtocol } from '../../../core/team/liveMessages';
import type { Role } from '../../../core/team/role';
import type { Caller } from '../../../host/team/caller';
import { findUpdateFault } from './checkUpdate';
import { faultyChange, JoinRefused } from './liveErrors';
import type { LiveNarrative } from './liveNarrative';
import { Seat } from './seat';
import { stampPresence } from './stampPresence';

/** What is known of a socket before it joins a narrative. */
export interface SocketContext {
  caller: Caller;
  socket: WebSocket;
  /** Narratives that were joined over it. */
  joined: Set<string>;
}
/** What is known of one narrative joined over a socket. */
export interface SeatContext extends SocketContext {
  seat: Seat;
}

export interface LiveHooksOptions {
  roleIn: (caller: Caller, narrative: NarrativeId) => Role | null;
  isClosing: () => boolean;
  /** The narratives that are open now. */
  narratives: ReadonlyMap<string, LiveNarrative>;
  /** Hears of every change that was not taken. */
  onRefused: () => void;
}

/** Narratives one socket may share at once: a library that keeps copies has them all. Each is kept in memory. */
export const narrativesPerSocket = 200;
/** As Yjs numbers its messages: all that one side has and the other has not, and one change. */
const allWords = 1;
const oneChange = 2;

/** Holds every window to its role, looks at each change before it is applied, and answers what is to be kept. */
export function liveHooks(options: LiveHooksOptions): Extension<SeatContext> {
  const { narratives, roleIn } = options;

  const seatAt = (connection: Connection<SeatContext>): Seat => {
    const { seat, caller } = connection.context;
    if (seat.isTakenBy(connection)) return seat;
    const narrative = narratives.get(connection.document.name);
    const role = roleIn(caller, narrativeIdSchema.parse(connection.document.name));
    // It was unloaded, or the member removed, in the moment between; the window joins anew and is told.
    if (narrative?.document !== connection.document || !role) {
      connection.context.socket.close(1012, 'join-again');
      return seat;
    }
    narrative.seats.add(seat);
    seat.setRole(role);
    seat.welcome();
    return seat;
  };

  const keep = (seat: Seat, narrative: LiveNarrative | undefined, n: number) => {
    if (narrative) void seat.answer(n, narrative.keeper.keep());
  };

  return {
    onAuthenticate: async (join) => admit(join, options),
    connected: async ({ connection }) => void seatAt(connection as Connection<SeatContext>),

    async beforeSync(sync: beforeSyncPayload<SeatContext>) {
      const seat = seatAt(sync.connection);
      seat.isGivingAll = sync.type === allWords;
      if (sync.type === allWords || sync.type === oneChange) judge(seat, sync, options.onRefused);
    },

    async afterHandleMessage({ connection, documentName }: afterHandleMessagePayload<SeatContext>) {
      const { seat } = connection.context;
      if (!seat.isGivingAll) return;
      seat.isGivingAll = false;
      for (const n of seat.gaveAll()) keep(seat, narratives.get(documentName), n);
    },

    async onStateless({ connection, payload, documentName }: onStatelessPayload) {
      const seat = seatAt(connection);
      const asked = keepMessageSchema.safeParse(jsonOrNull(payload));
      if (asked.success && seat.mayKeep(asked.data.n)) keep(seat, narratives.get(documentName), asked.data.n);
    },

    async beforeHandleAwareness(shown: beforeHandleAwarenessPayload<SeatContext>) {
      if (shown.connection) showOnlySelf(seatAt(shown.connection), shown, narratives.get(shown.documentName));
    },

    async onDisconnect({ context, documentName }) {
      context.joined.delete(documentName);
      narratives.get(documentName)?.seats.delete(context.seat);
    },
  };
}

/** Lets a window join by its role, or refuses it without a word on whether the narrative is there. */
function admit(
  join: onAuthenticatePayload<SeatContext>,
  options: LiveHooksOptions,
): Pick<SeatContext, 'seat'> {
  const { caller, joined } = join.context;
  if (options.isClosing()) throw new JoinRefused('closing');
  const handshake = handshakeSchema.safeParse(jsonOrNull(join.token));
  const narrative = narrativeIdSchema.safeParse(join.documentName);
  if (!handshake.success || !narrative.success) throw new JoinRefused('bad-request');
  const role = options.roleIn(caller, narrative.data);
  if (!role) throw new JoinRefused('not-allowed');
  if (joined.size >= narrativesPerSocket) throw new JoinRefused('too-many');
  joined.add(narrative.data);
  const { protocol, format } = handshake.data;
  const isOtherVersion = protocol !== liveProtocol || format !== formatVersion;
  const seat = new Seat({ caller, role, isOtherVersion });
  join.connectionConfig.readOnly = !seat.mayWrite();
  return { seat };
}

/**
 * Decides whether a change is applied. Hocuspocus asks for nothing but `readOnly`, so that is set for each one; a
 * change it does not take it answers as such.
 */
function judge(
  seat: Seat,
  { connection, document, payload, type }: beforeSyncPayload<SeatContext>,
  onRefused: () => void,
): void {
  connection.readOnly = true;
  if (!seat.mayWrite()) {
    if (type === allWords && holdsNothingNew(document, payload)) return;
    onRefused();
    seat.refuseByRole();
    return;
  }
  const fault = findUpdateFault(document, payload);
  if (!fault) {
    connection.readOnly = false;
  } else if (fault.kind === 'gap' && type === oneChange) {
    // It was typed before the window and the server told each other what they have.
    seat.askForAll();
  } else {
    onRefused();
    seat.refuse(faultyChange(fault));
    // Hocuspocus would read it once more, and stumble.
    if (fault.kind === 'unreadable') seat.close({ code: 4400, reason: 'bad-request' });
  }
}

function holdsNothingNew(document: Y.Doc, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(Y.snapshot(document), update);
  } catch {
    return false;
  }
}

/** Leaves of what a window shows only itself, under the name of who is signed in there. */
function showOnlySelf(
  seat: Seat,
  { states, document, connection }: beforeHandleAwarenessPayload<SeatContext>,
  narrative: LiveNarrative | undefined,
): void {
  const { id, name } = seat.caller.member;
  const person = { id, name, colour: narrative?.colourOf(id) ?? 0 };
  for (const [client, state] of [...states]) {
    // First what is shown: an id that shows nothing is not a window's, and Hocuspocus adds one of its own.
    const presence = stampPresence(state, person);
    if (presence && isOwn(seat, client, narrative)) states.set(client, presence);
    else states.delete(client);
  }
  if (seat.client === null || !connection) return;
  // After a reconnection the end of the older connection would take this window's presence with it.
  for (const [other, entry] of document.connections)
    if (other !== connection) entry.clients.delete(seat.client);
}

/** The first id that a window shows is its own, unless another window has it. */
function isOwn(seat: Seat, client: number, narrative: LiveNarrative | undefined): boolean {
  if (seat.client !== null) return seat.client === client;
  const holder = narrative?.seatOf(client) ?? null;
  if (holder && holder.caller.session !== seat.caller.session) return false;
  if (holder) holder.client = null;
  seat.client = client;
  return true;
}
