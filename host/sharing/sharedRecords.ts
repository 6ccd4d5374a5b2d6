import type { Output } from '../../core/api/contract';
import { DatelineError } from '../../core/api/errors';
import type { MetaPatch, NarrativeId, NarrativeMeta } from '../../core/narrative/meta';
import { knownRecords } from '../../core/review/knownRecords';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { TeamClient } from './teamClient';

/** What is asked of a team's server at once. */
const recordsAtOnce = 500;

export interface SharedRecordsOptions {
  id: NarrativeId;
  narratives: OpenNarratives;
  client: TeamClient;
  /** Whether this member may say what the narrative is called. */
  mayName: () => boolean;
  /** The description on which both sides agreed last, and what keeps another one. */
  agreed: { meta: MetaPatch | null; keep: (meta: MetaPatch) => void };
  /** Hears why the server did not take something that was said here. */
  onTrouble: (thrown: unknown) => void;
}

/**
 * Keeps what is said about a narrative, and what it is called, the same here and at the team's server. Whatever
 * cannot be sent now is found again at the next `meet`, since records are only ever added.
 */
export class SharedRecords {
  readonly #options: SharedRecordsOptions;
  /** Ids of the records that the server has. */
  readonly #there = new Set<string>();
  #agreed: MetaPatch | null;

  constructor(options: SharedRecordsOptions) {
    this.#options = options;
    this.#agreed = options.agreed.meta;
  }

  /** Brings both sides together from all that the server has. */
  async meet(remote: Output<'narratives.open'>): Promise<void> {
    const { id, narratives } = this.#options;
    await this.take(Object.values(knownRecords(remote.review)));
    await this.takeMeta(remote.meta);
    const local = await narratives.peek(id);
    await this.send(Object.values(knownRecords(local.review)));
  }

  /** Takes what others said. */
  async take(records: readonly ReviewRecord[]): Promise<void> {
    const { id, narratives } = this.#options;
    for (const record of records) this.#there.add(record.id);
    const { review } = await narratives.peek(id);
    const fresh = records.filter((record) => !Object.hasOwn(review, record.id));
    if (fresh.length > 0) await narratives.addReview(id, fresh);
  }

  /** Sends what was said here. */
  async send(records: readonly ReviewRecord[]): Promise<void> {
    const fresh = records.filter((record) => !this.#there.has(record.id));
    for (let from = 0; from < fresh.length; from += recordsAtOnce)
      await this.#sendSome(fresh.slice(from, from + recordsAtOnce));
  }

  /** Takes how the narrative is described there; what was changed here alone since both agreed goes there. */
  async takeMeta(meta: NarrativeMeta): Promise<void> {
    await this.#agree(sharedMeta(meta));
  }

  /** Sends how the narrative is described here. */
  async sendMeta(): Promise<void> {
    if (this.#agreed !== null) await this.#agree(this.#agreed);
  }

  async #agree(there: MetaPatch): Promise<void> {
    const { id, narratives, client, mayName, agreed } = this.#options;
    const here = sharedMeta((await narratives.peek(id)).meta);
    const next = mayName() ? { ...there, ...changedSince(this.#agreed, here) } : there;
    if (!isSame(next, there)) await client.call('narratives.updateMeta', { id, patch: next });
    if (!isSame(next, here)) await narratives.updateMeta(id, next);
    if (this.#agreed !== null && isSame(this.#agreed, next)) return;
    this.#agreed = next;
    agreed.keep(next);
  }

  /** One record that the server does not take keeps none of the others back. */
  async #sendSome(records: readonly ReviewRecord[]): Promise<void> {
    const { id, client, onTrouble } = this.#options;
    try {
      await client.call('review.add', { id, records: [...records] });
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      if (records.length > 1) {
        for (const record of records) await this.#sendSome([record]);
        return;
      }
      onTrouble(thrown);
    }
    for (const record of records) this.#there.add(record.id);
  }
}

/** What of a narrative's description belongs to all; where somebody stopped writing is their own. */
function sharedMeta({ name, stage, draft, language, confidentiality }: NarrativeMeta): MetaPatch {
  return { name, stage, draft, language, confidentiality };
}

/** Nothing where nothing was agreed on yet: then the team's description counts. */
function changedSince(agreed: MetaPatch | null, here: MetaPatch): MetaPatch {
  const isChanged = ([key, value]: [string, unknown]) =>
    agreed !== null && JSON.stringify(agreed[key as keyof MetaPatch]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(here).filter(isChanged));
}

function isSame(one: MetaPatch, other: MetaPatch): boolean {
  return Object.keys(changedSince(one, other)).length === 0;
}

/** Whether the server understood and says no, so that asking again is of no use. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof DatelineError && (thrown.code === 'not-allowed' || thrown.code === 'bad-request');
}
