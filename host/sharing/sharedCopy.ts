import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
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
  /** Called when its role or what waits is another. */
  onChange: () => void;
  /** Hears why something from the team could not be taken in. */
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

  /** Takes all that the library has; what its windows wrote before this copy heard of them is in there. */
  async takeLibrary(): Promise<void> {
    const { yjs } = await this.#options.narratives.peek(this.id);
    Y.applyUpdateV2(this.#doc, Buffer.from(yjs, 'base64'), teamWindow);
    this.#askToKeep();
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
      } catch (thrown) {
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
    if (answer.kind === 'kept') this.#kept = Math.max(this.#kept, answer.n);
    if (answer.kind === 'role') this.#role = answer.role;
    if (answer.kind === 'refused') this.#options.onTrouble(answer.error);
    this.#options.onChange();
  }
}
