import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import { presenceColours } from '../../../core/team/presence';
import { openPlaces } from './checkUpdate';
import { Keeper, type KeeperOptions } from './keeper';
import type { Seat } from './seat';

/** Origin of what the host said: it is durable already. */
const fromHost = { source: 'local', skipStoreHooks: true } as const;

/** A narrative that is shared now: what Hocuspocus holds of it, who sits at it, and what of it is durable. */
export class LiveNarrative {
  readonly document: Document;
  readonly keeper: Keeper;
  readonly seats = new Set<Seat>();

  readonly #onEnd: () => void;
  /** Of those who came since it was opened, by their ids; each stays who they were. */
  readonly #colours = new Map<string, number>();

  constructor(document: Document, options: Omit<KeeperOptions, 'onParted'> & { onEnd: () => void }) {
    this.document = document;
    this.#onEnd = options.onEnd;
    openPlaces(document);
    // Heard from the document itself: the hooks of Hocuspocus come later, and `keep` could overtake them.
    document.on('update', (update: Uint8Array, origin: unknown) => {
      const { source } = (origin ?? {}) as { source?: unknown };
      // What the host said needs no writing.
      if (origin !== fromHost) this.keeper.changed(update, source !== 'redis');
    });
    this.keeper = new Keeper({ ...options, onParted: (reason) => this.end(toDatelineError(reason)) });
  }

  /** The one window that shows itself by this client id; null when there is none. */
  seatOf(client: number): Seat | null {
    for (const seat of this.seats) if (seat.client === client) return seat;
    return null;
  }

  /** A member's colour here: their own, unless somebody had it before and another is free. */
  colourOf(member: string): number {
    const known = this.#colours.get(member);
    if (known !== undefined) return known;
    const taken = new Set(this.#colours.values());
    const own = ownColourOf(member);
    const all = Array.from({ length: presenceColours }, (_, n) => (own + n) % presenceColours);
    const colour = all.find((each) => !taken.has(each)) ?? own;
    this.#colours.set(member, colour);
    return colour;
  }

  /** Takes in what the host has, from a file or from another process. */
  takeFromHost(update: Uint8Array): void {
    Y.applyUpdateV2(this.document, update, fromHost);
  }

  /** Lets nobody write on what the host will never have; who joins anew sees what is durable. */
  end(reason: DatelineError): void {
    this.keeper.drop(reason);
    for (const seat of [...this.seats]) {
      seat.refuse(reason);
      seat.close({ code: 4410, reason: reason.code });
    }
    this.#onEnd();
  }
}

/** The same in every narrative and on every day. */
function ownColourOf(member: string): number {
  let sum = 0;
  for (const letter of member) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % presenceColours;
}
