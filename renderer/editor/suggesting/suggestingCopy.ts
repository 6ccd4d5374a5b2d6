import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { toDatelineError } from '../../../core/api/errors';
import { partFragment, remoteOrigin } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { decisionsMap, readDecisions } from '../../../core/narrative/recordMaps';
import type { RichDoc } from '../../../core/narrative/richText';
import { visibleRecords } from '../../../core/review/meeting/visibleRecords';
import { partNode } from '../../../core/review/partNode';
import { readSuggestions } from '../../../core/review/readSuggestions';
import type { ReviewRecord, ReviewRecordOf } from '../../../core/review/reviewRecord';
import { copyWithChanges } from '../../../core/review/suggesting/copyWithChanges';
import {
  type PlacedSuggestion,
  type RevisedSuggestions,
  reviseSuggestions,
} from '../../../core/review/suggesting/reviseSuggestions';
import type { OpenSession } from '../session/openSession';
import type { NarrativeSession, SaveStatus } from '../session/session';
import { type SessionClock, windowClock } from '../session/sessionClock';

/** Quiet time after the last key before what was typed becomes suggestions, in milliseconds. */
const quietMs = 300;
/** Longest time words wait while somebody keeps typing, in milliseconds. */
const typingMs = 1000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;
/** Edits closer together than this are one step of undo, in milliseconds. */
const undoPauseMs = 500;
/** Most suggestions that one record takes back. */
const mostWithdrawn = 1000;
/** Most records that are sent at once. */
const mostAtOnce = 500;

type Suggestion = ReviewRecordOf<'suggestion'>;

interface CopySetup {
  session: OpenSession;
  part: PartKey;
  /** Who suggests. */
  author: string;
  /** Whether suggestions of others are carried out as well, as in a clean view. */
  withOthers: boolean;
  clock?: SessionClock;
}

/** Records that are not durable yet, oldest first: a copy made meanwhile must have them, too. */
const waitingOf = new WeakMap<OpenSession, Set<ReviewRecord>>();

/** What the window shows of a copy; another object only when any of it is another. */
export interface CopyView {
  part: PartKey;
  /** What the editor writes in; another one when the copy had to be made anew. */
  text: NarrativeSession;
  /** What it suggests, by where it stands in the copy. */
  placed: readonly PlacedSuggestion[];
}

/**
 * A private copy of one part, in which a person writes what they suggest. The document is never touched: at every rest
 * the difference becomes suggestions, which are added to the narrative like any other record.
 */
export class SuggestingCopy {
  readonly #setup: CopySetup;
  readonly #clock: SessionClock;
  readonly #listeners = new Set<() => void>();
  /** The document as the copy was made from it, kept level with it. */
  readonly #base = new Y.Doc();
  #copy: Y.Doc;
  #carried: Suggestion[];
  #history: Y.UndoManager;
  #view: CopyView;
  #status: SaveStatus;
  readonly #waiting: Set<ReviewRecord>;
  #isBehind = false;
  #running: Promise<void> | null = null;
  #failures = 0;
  #stopQuiet = () => {};
  #stopTyping: (() => void) | null = null;
  #stopRetry = () => {};

  constructor(setup: CopySetup) {
    this.#setup = setup;
    this.#clock = setup.clock ?? windowClock;
    const { doc } = setup.session;
    this.#waiting = waitingOf.get(setup.session) ?? new Set();
    waitingOf.set(setup.session, this.#waiting);
    Y.applyUpdate(this.#base, Y.encodeStateAsUpdate(doc));
    ({ doc: this.#copy, carried: this.#carried } = this.#makeCopy());
    this.#history = this.#listen();
    this.#view = { part: setup.part, text: this.#textSession(), placed: this.#revise().placed };
    this.#status = { kind: 'saved', at: setup.session.meta().updatedAt };
    doc.on('update', this.#takeUpdate);
  }

  readonly view = (): CopyView => this.#view;

  /** Whether what was typed is kept. `saved` is only ever said after the host said so. */
  readonly status = (): SaveStatus => this.#status;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Turns what was typed into suggestions at once, and sends them without waiting for an answer. */
  readonly sendNow = (): void => {
    this.#record();
    if (this.#waiting.size > 0) void this.#send();
  };

  /** Takes no more edits; goes on trying until those it has are durable. */
  close(): void {
    this.sendNow();
    this.#setup.session.doc.off('update', this.#takeUpdate);
    this.#copy.off('update', this.#onEdit);
    this.#history.destroy();
  }

  #makeCopy() {
    const { part, author, withOthers, session } = this.#setup;
    const seen = visibleRecords(session.review(), { viewer: author, now: new Date() });
    const records = [...seen, ...this.#waiting];
    const wanted = readSuggestions(records, readDecisions(this.#base))
      .filter(({ state, record }) => state === 'open' && record.anchor.part === part)
      .map(({ record }) => record)
      .filter((record) => withOthers || isOwn(record, author));
    return copyWithChanges(this.#base, wanted);
  }

  #listen(): Y.UndoManager {
    this.#copy.on('update', this.#onEdit);
    return new Y.UndoManager(partFragment(this.#copy, this.#setup.part), {
      captureTimeout: undoPauseMs,
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    });
  }

  /** The session as the editor sees it: all of it, with the copy in place of the text. */
  #textSession(): NarrativeSession {
    const { session, part } = this.#setup;
    const [copy, history] = [this.#copy, this.#history];
    return {
      id: session.id,
      doc: session.doc,
      fragment: (key) => (key === part ? partFragment(copy, key) : session.fragment(key)),
      undoManager: (key) => (key === part ? history : session.undoManager(key)),
      meta: session.meta,
      status: session.status,
      notices: session.notices,
      subscribe: session.subscribe,
      flush: session.flush,
      close: () => {},
    };
  }

  /** What changed in the document comes into the copy; what was decided about the copy's own changes makes it anew. */
  readonly #takeUpdate = (update: Uint8Array): void => {
    this.#record();
    Y.applyUpdate(this.#base, update, remoteOrigin);
    const decisions = decisionsMap(this.#base);
    if (this.#carried.some(({ id }) => decisions.has(id))) this.#makeAnew();
    else {
      Y.applyUpdate(this.#copy, update, remoteOrigin);
      this.#show({ placed: this.#revise().placed });
    }
  };

  #makeAnew(): void {
    this.#copy.off('update', this.#onEdit);
    this.#history.destroy();
    ({ doc: this.#copy, carried: this.#carried } = this.#makeCopy());
    this.#history = this.#listen();
    this.#show({ text: this.#textSession(), placed: this.#revise().placed });
  }

  readonly #onEdit = (_update: Uint8Array, origin: unknown): void => {
    if (origin === remoteOrigin) return;
    this.#isBehind = true;
    if (this.#status.kind === 'saved') this.#report({ kind: 'unsaved' });
    this.#stopQuiet();
    this.#stopQuiet = this.#clock.after(quietMs, this.sendNow);
    this.#stopTyping ??= this.#clock.after(typingMs, this.sendNow);
  };

  #revise(): RevisedSuggestions {
    const { part, author } = this.#setup;
    const at = this.#clock.now().toISOString();
    return reviseSuggestions({
      part,
      base: partFragment(this.#base, part),
      copy: partNode(part, partFragment(this.#copy, part)).toJSON() as RichDoc,
      carried: this.#carried,
      record: (suggested) => ({ ...suggested, ...headOf(author, at), kind: 'suggestion' }),
    });
  }

  /** Notes what was typed since the last time as records that are to be kept. */
  #record(): void {
    this.#stopQuiet();
    this.#stopTyping?.();
    this.#stopTyping = null;
    if (!this.#isBehind) return;
    this.#isBehind = false;
    const { author } = this.#setup;
    const { placed, added, gone } = this.#revise();
    const withdrawn = gone.filter((record) => isOwn(record, author)).map(({ id }) => id);
    const at = this.#clock.now().toISOString();
    for (let from = 0; from < withdrawn.length; from += mostWithdrawn) {
      const suggestions = withdrawn.slice(from, from + mostWithdrawn);
      this.#waiting.add({ ...headOf(author, at), kind: 'withdrawal', suggestions });
    }
    for (const suggestion of added) this.#waiting.add(suggestion);
    this.#carried = placed.map(({ suggestion }) => suggestion);
    const isKept = this.#waiting.size === 0;
    this.#show({ placed });
    this.#report(isKept ? { kind: 'saved', at } : { kind: 'saving' });
  }

  /** One sending at a time; what was typed meanwhile goes with the next. */
  #send(): Promise<void> {
    this.#running ??= this.#sendWaiting().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendWaiting(): Promise<void> {
    this.#stopRetry();
    while (this.#waiting.size > 0) {
      const records = [...this.#waiting].slice(0, mostAtOnce);
      try {
        await this.#setup.session.addReview(records);
      } catch (thrown) {
        this.#failures += 1;
        const wait = Math.min(firstRetryMs * 2 ** (this.#failures - 1), longestRetryMs);
        this.#stopRetry = this.#clock.after(wait, this.sendNow);
        this.#report({ kind: 'failed', error: toDatelineError(thrown) });
        return;
      }
      this.#failures = 0;
      for (const record of records) this.#waiting.delete(record);
    }
    const at = this.#clock.now().toISOString();
    this.#report(this.#isBehind ? { kind: 'unsaved' } : { kind: 'saved', at });
  }

  #show(change: Partial<CopyView>): void {
    this.#view = { ...this.#view, ...change };
    this.#announce();
  }

  #report(status: SaveStatus): void {
    this.#status = status;
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a suggestion was made here by this person. */
export const isOwn = (record: Suggestion, author: string): boolean =>
  record.by === author && record.origin.kind === 'here';

const headOf = (by: string, at: string) => ({
  id: crypto.randomUUID(),
  at,
  by,
  origin: { kind: 'here' as const, file: '' },
});
