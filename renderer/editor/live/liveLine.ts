import type * as Y from 'yjs';
import type { DatelineError } from '../../../core/api/errors';
import type { NarrativeId } from '../../../core/narrative/meta';
import type { Presence } from '../../../core/team/presence';
import type { Role } from '../../../core/team/role';

/** Somebody else's window at this narrative, as the server names it. */
export interface Peer extends Presence {
  /** Of their window; the same while it is open. */
  client: number;
}

/** How things stand between this window and the team's server. */
export interface LineState {
  /** Joined, and each side has what the other had. */
  isOpen: boolean;
  /** What one may do here; null until the server said so. */
  role: Role | null;
  /** Why nothing of this window is taken any more; null while it is. */
  refusal: DatelineError | null;
}

/** What a window shows of itself. */
export type OwnPlace = Omit<Presence, 'person'>;

/** The line over which one narrative is shared while people type; opened anew by itself whenever it breaks. */
export interface LiveLine {
  /** Origin of the changes that come over it. */
  readonly origin: object;
  /** The same object until something changes. */
  state(): LineState;
  /** The same list until somebody comes, goes or moves. */
  peers(): readonly Peer[];
  /** Called after any change of state or peers; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
  /**
   * Resolves with the moment from which all that this window has had until now is durable. Rejects with the reason
   * when it is not, or with `unreachable` when the line breaks before that is known.
   */
  keep(): Promise<string>;
  /** Shows the others where this window is. */
  show(place: OwnPlace): void;
  close(): void;
}

/** Joins a narrative whose words are in the document already. */
export type JoinLine = (id: NarrativeId, doc: Y.Doc) => LiveLine;
