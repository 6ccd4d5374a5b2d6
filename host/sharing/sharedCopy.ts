import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { DatelineError } from '../../core/api/errors';
import type { EventData } from '../../core/api/events';
import { formatVersion } from '../../core/format/narrativeFile';
import { jsonOrNull } from '../../core/json/jsonOrNull';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { type LiveAnswer, liveAnswerSchema, liveProtocol } from '../../core/team/liveMessages';
import { type Role, reaches } from '../../core/team/role';

import type { OpenNarratives } from '../narratives/openNarratives';

/** By this name the host knows what came from a team among what its windows write. */
export const teamWindow = 'team';
/** Changes of others are taken in together once this much time has passed, in milliseconds. */
const gatherMs = 120;

export interface SharedCopyOptions {
  id: NarrativeId;
  role: Role;
  narratives: OpenNarratives;
  line: HocuspocusProviderWebsocket;
  /** Called when what waits is another. */
  onChange: () => void;
  /** Hears what the server says the member may do. */
  onRole: (role: Role) => void;
  /** Called when the server has no place on the line for it: one socket joins so many narratives and no more. */
  onDenied: () => void;
  /** Hears why something was not taken, here or there; null once all is taken again. */
  onTrouble: (thrown: unknown) => void;
}

/** Keeps a narrative of this library and the team's the same, whenever there is a line. */
export class SharedCopy {
  readonly id: NarrativeId;
  readonly #options: SharedCopyOptions;
  readonly #doc: Y.Doc;
  readonly #provider: HocuspocusProvider;
  #role: Role;
  /** State of the library's document, as far as it is known here. */
  #taken: Uint8Array;
  #asked = 0;
  #kept = 0;
  /** Whether it has to do without the line. */
  #isDenied = false;
  /** Whether the library could not take something from the team. */
  #isBehind = false;
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #taking: Promise<void> = Promise.resolve();

  static async open(options: SharedCopyOptions): Promise<SharedCopy> {
    const { yjs } = await options.narratives.peek(options.id);
    return new SharedCopy(options, decodeNarrativeDoc(Buffer.from(yjs, 'base64')));
  }

  private constructor(options: SharedCopyOptions, doc: Y.Doc) {
    this.id = options.id;
    this.#options = options;
    this.#role = options.role;
    this.#doc = doc;
    this.#taken = Y.encodeStateVector(doc);
    this.#provider = new HocuspocusProvider({
      name: options.id,
      document: doc,
      websocketProvider: options.line,
      token: JSON.stringify({ protocol: liveProtocol, format: formatVersion }),
      onStateless: ({ payload }) => this.#hear(payload),
      // What was written while there was no line goes out with the first exchange; after it we may ask for it.
      onSynced: () => this.#askToKeep(),
      onAuthenticationFailed: ({ reason }) => {
        if (reason !== 'too-many' || this.#isDenied) return;
        this.#isDenied = true;
        this.#provider.detach();
        options.onDenied();
      },
    });
    doc.on('update', this.#onUpdate);
    this.#provider.attach();
  }

  role(): Role {
    return this.#role;
  }

  setRole(role: Role): void {
    this.#role = role;
  }

  /** Whether something written here may not be durable on the server yet. */
  isWaiting(): boolean {
    return this.#kept < this.#asked;
  }

  /**
   * Takes all that the library has, as what its windows wrote before this copy heard of them, and tries once more to
   * give it what it did not take.
   */
  async takeLibrary(): Promise<void> {
    const { yjs } = await this.#options.narratives.peek(this.id);
    Y.applyUpdateV2(this.#doc, Buffer.from(yjs, 'base64'), teamWindow);
    if (this.#isBehind) this.#takeIn();
    this.#askToKeep();
  }

  /**
   * Where there is no line: takes what the team has, and has what waits here kept there by `save`. Rejects as that does.
   */
  async exchange(state: Uint8Array, save: (update: Uint8Array) => Promise<unknown>): Promise<void> {
    if (!this.#isDenied) return;
    Y.applyUpdateV2(this.#doc, state, this.#provider);
    if (!this.isWaiting()) return;
    const asked = this.#asked;
    await save(Y.encodeStateAsUpdateV2(this.#doc, Y.encodeStateVectorFromUpdateV2(state)));
    this.#hearKept(asked);
    this.#options.onChange();
  }

  /** Takes a change that a window of this library made. */
  readonly hearWindow = ({ update }: EventData<'narrative.updated'>): void => {
    Y.applyUpdateV2(this.#doc, Buffer.from(update, 'base64'), teamWindow);
    this.#askToKeep();
  };

  /** Takes in what has come and leaves the line. */
  async close(): Promise<void> {
    this.#doc.off('update', this.#onUpdate);
    this.#provider.destroy();
    if (this.#gathering !== null) this.#takeIn();
    await this.#taking;
    this.#doc.destroy();
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider) return;
    this.#gathering ??= setTimeout(() => this.#takeIn(), gatherMs);
  };

  #takeIn(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    this.#taking = this.#taking.then(async () => {
      const reached = Y.encodeStateVector(this.#doc);
      const update = Y.encodeStateAsUpdateV2(this.#doc, this.#taken);
      try {
        await this.#options.narratives.save(this.id, update, teamWindow);
        this.#taken = reached;
        if (this.#isBehind) this.#options.onTrouble(null);
        this.#isBehind = false;
      } catch (thrown) {
        this.#isBehind = true;
        this.#options.onTrouble(thrown);
      }
    });
  }

  #askToKeep(): void {
    if (!reaches(this.#role, 'coauthor')) return;
    this.#asked += 1;
    this.#provider.sendStateless(JSON.stringify({ kind: 'keep', n: this.#asked }));
    this.#options.onChange();
  }

  #hear(payload: string): void {
    const answer = liveAnswerSchema.safeParse(jsonOrNull(payload));
    if (answer.success) this.#take(answer.data);
  }

  #take(answer: LiveAnswer): void {
    if (answer.kind === 'kept') this.#hearKept(answer.n);
    if (answer.kind === 'role') this.#hearRole(answer.role);
    // A server that ends is no trouble: what it did not keep goes to it when it is back.
    if (answer.kind === 'refused' && answer.error.code !== 'unreachable')
      this.#options.onTrouble(DatelineError.fromData(answer.error));
    this.#options.onChange();
  }

  #hearKept(n: number): void {
    this.#kept = Math.max(this.#kept, n);
    if (!this.isWaiting() && !this.#isBehind) this.#options.onTrouble(null);
  }

  /** Who may write (again) is asked by the server for all that it did not take before. */
  #hearRole(role: Role): void {
    this.#role = role;
    this.#options.onRole(role);
    if (reaches(role, 'coauthor') && !this.#isBehind) this.#options.onTrouble(null);
  }
}
