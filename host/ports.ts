import type { Dispatch } from '../core/api/dispatch';
import type { EventMessage } from '../core/api/events';
import type { Capabilities, Imported } from '../core/api/shapes';
import type { NarrativeId } from '../core/narrative/meta';
import type { ErasureProof } from '../storage/libraryStore';
import type { HandOver, OwnerAnswer } from '../storage/ownerMessages';
import type { ImportManner } from './imports/importNarrative';
import type { GivenFile } from './imports/readGivenFile';

/** What a shell gives the host. Only these may be faked in tests. */
export interface HostPorts {
  now: () => Date;
  /** A new random id of lower-case letters and digits, at least 12 characters. */
  newId: () => string;
  /** Asks where to save; null when the person changed their mind. Absent in shells that hand out downloads. */
  saveDialog?: (suggestion: { fileName: string; mime: string }) => Promise<string | null>;
  /** Asks for a folder; null when the person changed their mind. Absent in shells without such a dialog. */
  folderDialog?: () => Promise<string | null>;
  /** Opens a checked http, https or mailto address outside the app. */
  openExternal: (url: string) => Promise<void>;
  log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

export interface HostOptions {
  /** The library folder; made when it is missing. */
  folder: string;
  /** Keeps the library in a Postgres database instead, for any number of processes; then the folder is a copy to work on. */
  databaseUrl?: string;
  /** Folder that holds templates (guidance, samples, PDF template, fonts). */
  templates: string;
  /** Folder with the bundled worker files; a URL ends with a slash. */
  workers: URL | string;
  /** Folder with the bundled page of review packets: packet.js and packet.css. */
  packetPage: string;
  capabilities: Omit<Capabilities, 'folder' | 'team'>;
  /** Who works here at the moment; without it the one that the settings name. */
  author?: () => string;
  ports: HostPorts;
  /** How many narratives stay in memory while nothing changes in them; more where many people write at once. */
  narrativesInMemory?: number;
  /** Asked by a later start on the same library; what it answers is printed or opened there. */
  onHandOver?: (message: HandOver, host: Host) => Promise<OwnerAnswer>;
}

/** The contract, implemented once, over a library this process owns. */
export interface Host {
  readonly dispatch: Dispatch;
  /** Every event for every window; returns the unsubscriber. */
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** Everything said about a narrative, by id. Throws `narrative-gone`. */
  readReview(id: NarrativeId): Promise<Record<string, unknown>>;
  /** Erases a narrative and all that was ever kept of it, with a proof. Throws `narrative-gone`. */
  eraseForGood(id: NarrativeId): Promise<ErasureProof>;
  /** A stored picture, for the shells' asset routes; null when there is none by that name. */
  readAsset(name: string): Promise<{ bytes: Uint8Array; mime: string } | null>;
  /**
   * Reads a file, with the pictures beside it where it lies on this disk, into a new narrative; a copy of a narrative
   * that is here becomes changes to review, unless its manner says otherwise.
   */
  importFile(given: GivenFile, manner?: ImportManner): Promise<Imported>;
  /** Imports a file given to the app from outside and tells the windows to show it. */
  openFile(path: string): Promise<void>;
  /** Finishes what is being written, stops workers, gives the library up. */
  close(): Promise<void>;
}
