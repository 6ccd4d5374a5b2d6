import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import { DatelineError } from '../../../core/api/errors';
import { formatVersion } from '../../../core/format/narrativeFile';
import { jsonOrNull } from '../../../core/json/jsonOrNull';
import type { NarrativeId } from '../../../core/narrative/meta';
import { type LiveAnswer, liveAnswerSchema, liveProtocol } from '../../../core/team/liveMessages';
import { presenceSchema } from '../../../core/team/presence';
import type { LineState, LiveLine, OwnPlace, Peer } from './liveLine';

/** How long an answer is waited for before the line counts as broken, in milliseconds. */
const patienceMs = 15_000;

interface Waiting {
  resolve: (at: string) => void;
  reject: (reason: DatelineError) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** The live line of a team's server, over a socket of its own, which it ends with itself. */
export class ProviderLine implements LiveLine {
  readonly #provider: HocuspocusProvider;
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #state: LineState = { isOpen: false, role: null, refusal: null };
  #peers: readonly Peer[] = [];

  constructor(given: { socket: HocuspocusProviderWebsocket; id: NarrativeId; doc: Y.Doc }) {
    this.#provider = new HocuspocusProvider({
      websocketProvider: given.socket,
      name: given.id,
      document: given.doc,
      token: JSON.stringify({ protocol: liveProtocol, format: formatVersion }),
      onSynced: ({ state }) => state && this.#change({ isOpen: true }),
      onStateless: ({ payload }) => this.#hear(payload),
      onAuthenticationFailed: ({ reason }) => this.#beDenied(reason),
      onClose: ({ event }) => this.#break(event.reason),
      onAwarenessChange: () => this.#readPeers(),
    });
    this.#provider.attach();
  }

  get origin(): object {
    return this.#provider;
  }

  readonly state = (): LineState => this.#state;
  readonly peers = (): readonly Peer[] => this.#peers;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  keep(): Promise<string> {
    if (!this.#state.isOpen) return Promise.reject(lineAway());
    this.#asked += 1;
    const n = this.#asked;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(n, (waiting) => waiting.reject(lineAway())), patienceMs);
      this.#waiting.set(n, { resolve, reject, timer });
      this.#provider.sendStateless(JSON.stringify({ kind: 'keep', n }));
    });
  }

  show(place: OwnPlace): void {
    this.#provider.awareness?.setLocalState(place);
  }

  close(): void {
    this.#rejectAll();
    this.#listeners.clear();
    this.#provider.destroy();
    this.#provider.configuration.websocketProvider.destroy();
  }

  #hear(payload: string): void {
    const heard = liveAnswerSchema.safeParse(jsonOrNull(payload));
    if (heard.success) this.#take(heard.data);
  }

  #take(answer: LiveAnswer): void {
    if (answer.kind === 'kept') this.#settle(answer.n, (waiting) => waiting.resolve(answer.at));
    // A role that allows more lifts what was refused for want of it.
    else if (answer.kind === 'role') this.#change({ role: answer.role, refusal: null });
    else this.#beRefused(answer.n, DatelineError.fromData(answer.error));
  }

  #beRefused(n: number | null, error: DatelineError): void {
    if (n === null) this.#change({ refusal: error });
    else this.#settle(n, (waiting) => waiting.reject(error));
  }

  #beDenied(reason: string): void {
    // A server that is closing, or has too much to do, is asked again once the line is back.
    if (reason === 'not-allowed' || reason === 'narrative-gone')
      this.#change({ refusal: deniedBecause(reason) });
  }

  #break(reason: string): void {
    this.#rejectAll();
    const isOver = reason === 'not-allowed' || reason === 'signed-out';
    this.#change({ isOpen: false, ...(isOver ? { refusal: deniedBecause(reason) } : {}) });
  }

  #rejectAll(): void {
    for (const n of [...this.#waiting.keys()]) this.#settle(n, (waiting) => waiting.reject(lineAway()));
  }

  #settle(n: number, end: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(n);
    if (!waiting) return;
    this.#waiting.delete(n);
    clearTimeout(waiting.timer);
    end(waiting);
  }

  #readPeers(): void {
    const { awareness, document } = this.#provider;
    const others = [...(awareness?.getStates() ?? [])].filter(([client]) => client !== document.clientID);
    const peers = others.flatMap(([client, state]) => {
      const presence = presenceSchema.safeParse(state);
      return presence.success ? [{ client, ...presence.data }] : [];
    });
    // The own caret is told of here, too: while somebody types, nothing is drawn anew for that.
    if (JSON.stringify(peers) === JSON.stringify(this.#peers)) return;
    this.#peers = peers;
    this.#announce();
  }

  #change(change: Partial<LineState>): void {
    const next = { ...this.#state, ...change };
    const isSame = (Object.keys(next) as (keyof LineState)[]).every((key) => next[key] === this.#state[key]);
    if (isSame) return;
    this.#state = next;
    this.#announce();
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function lineAway(): DatelineError {
  return new DatelineError(
    'unreachable',
    'Your team’s server cannot be reached at the moment.',
    'Go on writing: your words wait in this window and go to it when it is back.',
  );
}

function deniedBecause(reason: string): DatelineError {
  if (reason === 'narrative-gone')
    return new DatelineError(
      'narrative-gone',
      'This narrative is not at your team’s server any more.',
      'Your words are safe in this window: save a copy.',
    );
  return new DatelineError(
    reason === 'signed-out' ? 'signed-out' : 'not-allowed',
    'You are signed out of this team, or do not belong to this narrative any more.',
    'Your words are safe in this window: save a copy. An owner of the team can let you in again.',
  );
}
