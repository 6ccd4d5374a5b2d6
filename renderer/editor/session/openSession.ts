import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Output } from '../../../core/api/contract';
import { DatelineError } from '../../../core/api/errors';
import type { EventData } from '../../../core/api/events';
import type { Notice } from '../../../core/api/shapes';
import { encodeNarrativeFile } from '../../../core/format/narrativeFile';
import type { LastPlace, MetaPatch, NarrativeId, NarrativeMeta } from '../../../core/narrative/meta';
import {
  decodeNarrativeDoc,
  encodeNarrativeDoc,
  partFragment,
  readNarrativeDoc,
  remoteOrigin,
} from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { findUnknownContent } from '../../../core/narrative/preflight';
import { recordsById } from '../../../core/review/mergeRecords';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { liveMessageLimitBytes } from '../../../core/team/liveMessages';
import { type Role, reaches } from '../../../core/team/role';
import { fromBase64, toBase64 } from '../../client/base64';
import type { Connection } from '../../client/connection';
import { type Access, mayWrite } from '../live/access';
import { takeBackOwnChanges } from '../live/holdToRole';
import type { JoinLine, LiveLine } from '../live/liveLine';
import { Saver } from './saver';
import type { NarrativeSession } from './session';
import { type SessionClock, windowClock } from './sessionClock';
import { SessionReview } from './sessionReview';

/** Edits closer together than this are one step of undo, in milliseconds. */
const undoPauseMs = 500;
/** A change with more bytes would not go through the line, which has some of its own around it. */
const lineLimitBytes = liveMessageLimitBytes - 10_000;
/** The caret's place is noted when it rests this long, in milliseconds. */
const placeRestMs = 2000;

interface SessionSetup {
  connection: Connection;
  id: NarrativeId;
  windowId: string;
  clock?: SessionClock;
  /** Joins the line of a team's server; absent where the narrative is in a library of one's own. */
  joinLine?: JoinLine;
}

/** A session with what the narrative's screen, and nobody else, may ask of it. */
export interface OpenSession extends NarrativeSession {
  updateMeta(patch: MetaPatch): Promise<void>;
  /** Notes where writing stopped, for the library; told to the host once the caret rests. */
  rememberPlace(place: LastPlace): void;
  dismissNotice(notice: Notice): void;
  /** Sends unsaved words at once without waiting for an answer: the page may be gone in a moment. */
  sendNow(): void;
  /** Everything said about the narrative; the same list until something is added. */
  review(): readonly ReviewRecord[];
  /** Says something about it. Resolves when that is durable; rejects with the reason when it is not. */
  addReview(records: readonly ReviewRecord[]): Promise<void>;
  /** What this window may do with it; the same object until that changes. */
  access(): Access;
  /** The line to the other windows of a team; null in a library of one's own. */
  readonly line: LiveLine | null;
  /** The narrative as a file of its own, built in this window, so that it works without the host. */
  encodeCopy(): string;
}

/** One window may open a narrative twice in a row; each opening must hear the saves of the one before. */
let openings = 0;

/**
 * Opens a narrative in this window. Rejects with the host's reason, or with `unknown-content` when the text
 * holds what this build would delete by showing it.
 */
export async function openSession(setup: SessionSetup): Promise<OpenSession> {
  const { connection, id } = setup;
  const heard: EventData<'narrative.updated'>[] = [];
  const stopHearing = connection.onEvent('narrative.updated', (data) => heard.push(data));
  const opened = await connection.call('narratives.open', { id }).finally(stopHearing);
  const doc = decodeNarrativeDoc(fromBase64(opened.state));
  const unknown = findUnknownContent(doc);
  if (unknown.length > 0) throw unknownContent(unknown);

  openings += 1;
  const session = new WindowSession({ ...setup, windowId: `${setup.windowId}-${openings}` }, opened, doc);
  heard.forEach(session.hearUpdate);
  return session;
}

class WindowSession implements OpenSession {
  readonly id: NarrativeId;
  readonly doc: Y.Doc;
  readonly #setup: SessionSetup;
  readonly #clock: SessionClock;
  readonly #saver: Saver;
  readonly #review: SessionReview;
  readonly #listeners = new Set<() => void>();
  readonly #undoManagers = new Map<PartKey, Y.UndoManager>();
  readonly #stopListening: (() => void)[];
  readonly line: LiveLine | null;
  #access: Access;
  #wasOpen = false;
  #release = () => {};
  #meta: NarrativeMeta;
  #notices: readonly Notice[];
  #place: LastPlace | null = null;
  #stopPlace = () => {};

  constructor(setup: SessionSetup, opened: Output<'narratives.open'>, doc: Y.Doc) {
    this.id = setup.id;
    this.doc = doc;
    this.#setup = setup;
    this.#clock = setup.clock ?? windowClock;
    this.#meta = opened.meta;
    this.#notices = opened.notices;
    this.#review = new SessionReview(opened.review);
    this.#access = { role: opened.role, refusal: null };
    const line = setup.joinLine?.(setup.id, doc) ?? null;
    this.line = line;
    this.#saver = new Saver({
      doc,
      clock: this.#clock,
      savedAt: opened.meta.updatedAt,
      onChange: this.#announce,
      send: this.#send,
      isForeign: this.#isForeign,
      mayRetry: () => this.#access.refusal === null,
    });
    const { onEvent, onReconnect } = setup.connection;
    this.#stopListening = [
      onEvent('narrative.updated', this.hearUpdate),
      onEvent('narrative.meta', this.#hearMeta),
      onEvent('narrative.gone', this.#hearGone),
      onEvent('review.added', this.#hearReview),
      onEvent('library.notice', this.#hearNotice),
      onEvent('teams.changed', this.#readRole),
      onReconnect(this.#catchUp),
      line?.subscribe(this.#followLine) ?? (() => undefined),
    ];
    this.#holdToRole();
  }

  readonly meta = () => this.#meta;
  readonly notices = () => this.#notices;
  readonly status = () => this.#saver.status();
  readonly access = () => this.#access;
  readonly review = () => this.#review.records();
  readonly flush = () => this.#saver.flush();
  readonly sendNow = () => {
    this.#saver.sendNow();
    this.#sendPlace();
  };
  readonly fragment = (part: PartKey) => partFragment(this.doc, part);

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  undoManager(part: PartKey): Y.UndoManager {
    const known = this.#undoManagers.get(part);
    if (known) return known;
    const created = createUndoManager(this.fragment(part));
    this.#undoManagers.set(part, created);
    return created;
  }

  async updateMeta(patch: MetaPatch): Promise<void> {
    this.#meta = await this.#setup.connection.call('narratives.updateMeta', { id: this.id, patch });
    this.#announce();
  }

  rememberPlace(lastPlace: LastPlace): void {
    this.#stopPlace();
    this.#place = lastPlace;
    this.#stopPlace = this.#clock.after(placeRestMs, () => this.#sendPlace());
  }

  async addReview(records: readonly ReviewRecord[]): Promise<void> {
    await this.#setup.connection.call('review.add', { id: this.id, records: [...records] });
    this.#takeReview(recordsById(records));
  }

  dismissNotice(notice: Notice): void {
    this.#notices = this.#notices.filter((other) => other !== notice);
    this.#announce();
  }

  encodeCopy(): string {
    const content = readNarrativeDoc(this.doc);
    const yjs = toBase64(encodeNarrativeDoc(this.doc));
    const file = { meta: this.#meta, content, yjs, review: this.#review.raw() };
    return encodeNarrativeFile(file, this.#clock.now().toISOString());
  }

  close(): void {
    this.#sendPlace();
    for (const stop of this.#stopListening) stop();
    this.#saver.close();
    this.#release();
    this.#leaveLine();
    for (const manager of this.#undoManagers.values()) manager.destroy();
  }

  /** Takes another window's change. Our own comes back too, and those of other narratives. */
  readonly hearUpdate = (data: EventData<'narrative.updated'>): void => {
    if (data.id !== this.id || data.window === this.#setup.windowId) return;
    Y.applyUpdateV2(this.doc, fromBase64(data.update), remoteOrigin);
  };

  /** Another window named it anew; where somebody stopped writing stays this window's own. */
  readonly #hearMeta = ({ id, meta }: EventData<'narrative.meta'>): void => {
    if (id !== this.id) return;
    this.#meta = { ...meta, lastPlace: this.#meta.lastPlace };
    this.#announce();
  };

  readonly #hearGone = (data: EventData<'narrative.gone'>): void => {
    if (data.id === this.id) this.#addNotice(goneNotice(data));
  };

  readonly #hearReview = ({ id, records }: EventData<'review.added'>): void => {
    if (id === this.id) this.#takeReview(recordsById(records));
  };

  readonly #takeReview = (records: Readonly<Record<string, unknown>>): void => {
    if (this.#review.add(records)) this.#announce();
  };

  readonly #hearNotice = (notice: Notice): void => {
    if (notice.narrativeId === this.id) this.#addNotice(notice);
  };

  /** After the host was out of reach: takes what was missed, and gives what was not saved. */
  readonly #catchUp = async (): Promise<void> => {
    try {
      const { state, review } = await this.#setup.connection.call('narratives.open', { id: this.id });
      this.#takeReview(review);
      // Over a line of its own the text catches up by itself.
      if (this.line === null) Y.applyUpdateV2(this.doc, fromBase64(state), remoteOrigin);
      await this.flush();
    } catch {
      // Words that are not saved are told in the status; what was missed comes with the next reconnection.
    }
  };

  /** What comes over the line is saved by others; what a reader changes is taken back. */
  readonly #isForeign = (origin: unknown): boolean =>
    (this.line !== null && origin === this.line.origin) || this.#readsOnly();

  #readsOnly(): boolean {
    return this.#access.refusal === null && !mayWrite(this.#access);
  }

  /** The role may become another while somebody types; it holds at once. */
  readonly #followLine = (): void => {
    const before = this.#access;
    const { isOpen, role, refusal } = this.line?.state() ?? { isOpen: false, role: null, refusal: null };
    // What waited for the line need not wait for the next try; any other failure keeps its pauses.
    if (isOpen && !this.#wasOpen && this.status().kind === 'failed') this.flush().catch(() => undefined);
    this.#wasOpen = isOpen;
    const next = toAccess(role ?? before.role, refusal);
    if (next.role === before.role && next.refusal === before.refusal) return;
    this.#access = next;
    this.#holdToRole();
    this.#announce();
    // What was refused before may be taken now.
    if (mayWrite(next) && !mayWrite(before)) this.flush().catch(() => undefined);
  };

  /** In a library that keeps a team's copies, the role may have become another while the line was away. */
  readonly #readRole = async (): Promise<void> => {
    if (this.line !== null) return;
    const { call } = this.#setup.connection;
    const teams = await call('teams.list', {}).catch(() => []);
    const kept = teams.flatMap(({ narratives }) => narratives).find(({ id }) => id === this.id);
    if (!kept || kept.role === this.#access.role) return;
    this.#access = { ...this.#access, role: kept.role };
    this.#holdToRole();
    this.#announce();
  };

  /** What somebody may only read stays as the others see it, whatever is pressed here. */
  #holdToRole(): void {
    this.#release();
    const { role, refusal } = this.#access;
    // Words that were refused stay, so that they can be copied.
    const readsOnly = refusal === null && !mayWrite({ role, refusal });
    this.#release = readsOnly
      ? takeBackOwnChanges(this.doc, () => this.#addNotice(readsOnlyNotice))
      : () => {};
  }

  /** The last words go by the line while it is there. */
  #leaveLine(): void {
    const { line } = this;
    line?.show({ place: null, cursor: null });
    if (line)
      void this.flush().then(
        () => line.close(),
        () => line.close(),
      );
  }

  readonly #send = async (update: Uint8Array): Promise<string> => {
    const { refusal } = this.#access;
    if (refusal !== null) throw refusal;
    // Over the line the words are there already; it only has to be asked whether they are durable.
    if (this.line?.state().isOpen && update.length < lineLimitBytes) return this.line.keep();
    const { connection, windowId } = this.#setup;
    const input = { id: this.id, window: windowId, update: toBase64(update) };
    return (await connection.call('narratives.save', input)).savedAt;
  };

  #sendPlace(): void {
    this.#stopPlace();
    const lastPlace = this.#place;
    this.#place = null;
    // Losing the place costs a scroll, and the status line already tells when the host is gone.
    if (lastPlace) this.updateMeta({ lastPlace }).catch(() => undefined);
  }

  #addNotice(notice: Notice): void {
    if (this.#notices.includes(notice)) return;
    this.#notices = [...this.#notices, notice];
    this.#announce();
  }

  readonly #announce = (): void => {
    for (const listener of this.#listeners) listener();
  };
}

function createUndoManager(fragment: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(fragment, {
    captureTimeout: undoPauseMs,
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
}

/** That a reader's change is refused says no more than the role does, and goes with it. */
function toAccess(role: Role, refusal: DatelineError | null): Access {
  const isByRole = refusal?.code === 'read-only' && !reaches(role, 'coauthor');
  return { role, refusal: isByRole ? null : refusal };
}

const readsOnlyNotice: Notice = {
  kind: 'read-only',
  message:
    'Your role here is to read, so that was not changed. An owner of the team can give you another role.',
};

function goneNotice({ id, reason }: EventData<'narrative.gone'>): Notice {
  const message =
    reason === 'trashed'
      ? 'This narrative was moved to the trash in another window. Your words are safe here: restore it from the trash, or save a copy.'
      : 'The file of this narrative was removed outside Dateline. Your words are safe in this window: save a copy.';
  return { kind: 'gone', message, narrativeId: id };
}

function unknownContent(names: readonly string[]): DatelineError {
  return new DatelineError(
    'unknown-content',
    `This narrative holds something this Dateline does not know: ${names.join(', ')}. It was left as it is.`,
    'Update Dateline to open it.',
  );
}
