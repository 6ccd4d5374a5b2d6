import type { Output } from '../../core/api/contract';
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
}

/**
 * Keeps what is said about a narrative, and what it is called, the same here and at the team's server. Whatever
 * cannot be sent now is found again at the next `meet`, since records are only ever added.
 */
export class SharedRecords {
  readonly #options: SharedRecordsOptions;
  /** Ids of the records that the server has. */
  readonly #there = new Set<string>();
  #metaThere: string | null = null;

  constructor(options: SharedRecordsOptions) {
    this.#options = options;
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
    const { id, client } = this.#options;
    const fresh = records.filter((record) => !this.#there.has(record.id));
    for (let from = 0; from < fresh.length; from += recordsAtOnce) {
      const some = fresh.slice(from, from + recordsAtOnce);
      await client.call('review.add', { id, records: some });
      for (const record of some) this.#there.add(record.id);
    }
  }

  async takeMeta(meta: NarrativeMeta): Promise<void> {
    const { id, narratives } = this.#options;
    const patch = sharedMeta(meta);
    this.#metaThere = JSON.stringify(patch);
    const local = await narratives.peek(id);
    if (JSON.stringify(sharedMeta(local.meta)) !== this.#metaThere) await narratives.updateMeta(id, patch);
  }

  async sendMeta(meta: NarrativeMeta): Promise<void> {
    const { id, client } = this.#options;
    const patch = sharedMeta(meta);
    if (JSON.stringify(patch) === this.#metaThere) return;
    this.#metaThere = JSON.stringify(patch);
    await client.call('narratives.updateMeta', { id, patch });
  }
}

/** What of a narrative's description belongs to all; where somebody stopped writing is their own. */
function sharedMeta({ name, stage, draft, language, confidentiality }: NarrativeMeta): MetaPatch {
  return { name, stage, draft, language, confidentiality };
}
