import type { NarrativeId } from '../../core/narrative/meta';
import type { LibraryStore } from '../../storage/libraryStore';
import { namedAssets } from '../../storage/namedAssets';
import { keepAsset } from '../assets/sharedAssets';
import type { OpenNarratives } from '../narratives/openNarratives';
import type { TeamClient } from './teamClient';

export interface SharedFilesOptions {
  store: LibraryStore;
  narratives: OpenNarratives;
  client: TeamClient;
}

/** Carries the pictures, drawings and attached files of shared narratives to where they are missing. */
export class SharedFiles {
  readonly #options: SharedFilesOptions;
  /** What is known to be on the server. Names say what is in a file, so that never changes. */
  readonly #there = new Set<string>();

  constructor(options: SharedFilesOptions) {
    this.#options = options;
  }

  /** Brings what a narrative names, here or there; `gives` where this member may write there. */
  async carry(id: NarrativeId, gives: boolean): Promise<void> {
    const { store, narratives } = this.#options;
    for (const asset of namedAssets(await narratives.peek(id))) {
      if (this.#there.has(asset)) continue;
      const bytes = await store.readAsset(asset);
      if (bytes === null) await this.#bring(asset);
      else if (gives) await this.#give(asset, bytes);
    }
  }

  async #bring(asset: string): Promise<void> {
    const { store, client } = this.#options;
    const { data } = await client.call('assets.read', { asset });
    // Somebody may have named it who has not sent it yet.
    if (data === null) return;
    await keepAsset(store, asset, Buffer.from(data, 'base64'));
    this.#there.add(asset);
  }

  async #give(asset: string, bytes: Uint8Array): Promise<void> {
    const data = Buffer.from(bytes).toString('base64');
    await this.#options.client.call('assets.keep', { asset, data });
    this.#there.add(asset);
  }
}
