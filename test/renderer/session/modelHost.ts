import * as Y from 'yjs';
import { DatelineError, type ErrorCode } from '../../../core/api/errors';
import type { EventMessage } from '../../../core/api/events';
import type { Operation } from '../../../core/api/operations';
import { narrativeIdSchema, narrativeMetaSchema } from '../../../core/narrative/meta';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  emptyContent,
  encodeNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import { fromBase64, toBase64 } from '../../../renderer/client/base64';
import { createConnection } from '../../../renderer/client/connection';
import { createListeners } from '../../../renderer/client/transport';

export const id = narrativeIdSchema.parse('fairmend');

interface WaitingSave {
  update: string;
  window: string;
  /** Makes it durable and answers. */
  accept: () => void;
  refuse: (code: ErrorCode) => void;
  /** Makes it durable, but the answer gets lost. */
  acceptAndLose: () => void;
}

/** The host's side of saving, as a model: each save waits until the test says what becomes of it. */
export class ModelHost {
  readonly waiting: WaitingSave[] = [];
  readonly patches: unknown[] = [];
  doc = createNarrativeDoc(emptyContent());
  review: Record<string, unknown> = {};
  /** Set where remarks cannot be kept. */
  refuseReview: ErrorCode | null = null;
  readonly #messages = createListeners<[unknown]>();
  #meta = narrativeMetaSchema.parse({
    id,
    name: 'Fairmend',
    createdAt: '2027-09-01T08:00:00.000Z',
    updatedAt: '2027-09-13T08:00:00.000Z',
    stage: 'drafting',
    draft: 7,
    language: 'en-GB',
    confidentiality: '',
    lastPlace: null,
  });

  readonly #reconnects = createListeners<[]>();

  readonly connection = createConnection({
    send: (operation, input) => this.#answer(operation, input),
    onMessage: this.#messages.add,
    onReconnect: this.#reconnects.add,
  });

  emit(message: EventMessage): void {
    this.#messages.emit(message);
  }

  /** What the window notices after the connection was gone for a while. */
  reconnect(): void {
    this.#reconnects.emit();
  }

  async #answer(operation: Operation, input: unknown): Promise<unknown> {
    if (operation === 'narratives.open') {
      const state = toBase64(encodeNarrativeDoc(this.doc));
      return {
        ok: true,
        value: { meta: this.#meta, state, review: this.review, notices: [], role: 'owner' },
      };
    }
    if (operation === 'narratives.updateMeta') return { ok: true, value: this.#patch(input) };
    if (operation === 'narratives.save') return this.#wait(input as { update: string; window: string });
    if (operation === 'review.add') return this.#addReview();
    throw new Error(`The model host does not answer ${operation}.`);
  }

  get words(): string {
    return this.doc.getText('words').toString();
  }

  #patch(input: unknown) {
    const { patch } = input as { patch: object };
    this.patches.push(patch);
    this.#meta = { ...this.#meta, ...patch };
    return this.#meta;
  }

  #addReview() {
    const code = this.refuseReview;
    if (code) return { ok: false, error: new DatelineError(code, `Refused: ${code}.`).toData() };
    return { ok: true, value: { savedAt: '2027-09-14T09:41:00.000Z' } };
  }

  #wait({ update, window }: { update: string; window: string }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const keep = () => {
        // A fresh document each time, as after a restart: nothing may hang on what was only in memory.
        const kept = decodeNarrativeDoc(encodeNarrativeDoc(this.doc));
        Y.applyUpdateV2(kept, fromBase64(update));
        this.doc = kept;
      };
      const leave = () => this.waiting.splice(this.waiting.indexOf(save), 1);
      const save: WaitingSave = {
        update,
        window,
        accept: () => {
          leave();
          keep();
          resolve({ ok: true, value: { savedAt: '2027-09-14T09:41:00.000Z' } });
        },
        refuse: (code) => {
          leave();
          resolve({ ok: false, error: new DatelineError(code, `Refused: ${code}.`).toData() });
        },
        acceptAndLose: () => {
          leave();
          keep();
          reject(new Error('The connection broke.'));
        },
      };
      this.waiting.push(save);
    });
  }
}
