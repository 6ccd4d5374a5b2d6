import { type Connection, OutgoingMessage } from '@hocuspocus/server';
import { type DatelineError, toDatelineError } from '../../../core/api/errors';
import type { LiveAnswer } from '../../../core/team/liveMessages';
import { type Role, reaches } from '../../../core/team/role';
import type { Caller } from '../../../host/team/caller';
import { otherVersion, readsOnly } from './liveErrors';

/** Questions of one window that wait; a window asks again when it is not answered. */
const heldLimit = 1000;

/**
 * One window at one narrative: what it may do there, and what it was promised. Hocuspocus handles the messages of a
 * connection one after the other, so what is asked here comes after all that was sent before.
 */
export class Seat {
  readonly caller: Caller;
  /** A window of another version reads only, whatever its role. */
  readonly isOtherVersion: boolean;
  /** Of the awareness; the first id a window shows is the only one it may speak for. */
  client: number | null = null;
  /** Whether the message handled now holds all that the window has and the server has not. */
  isGivingAll = false;
  #role: Role;
  #connection: Connection | null = null;
  /** Why nothing more is taken from this window; what comes later would build on what was refused. */
  #refusal: DatelineError | null = null;
  #isRefusedByRole = false;
  /** Whether the server still waits for all that the window has and it has not; until then nothing is kept. */
  #owesWords = true;
  #held: number[] = [];

  constructor(given: { caller: Caller; role: Role; isOtherVersion: boolean }) {
    this.caller = given.caller;
    this.#role = given.role;
    this.isOtherVersion = given.isOtherVersion;
  }

  get role(): Role {
    return this.#role;
  }

  mayWrite(): boolean {
    return this.#refusal === null && !this.isOtherVersion && reaches(this.#role, 'coauthor');
  }

  /** Whether it is at the narrative already; otherwise it is from now on, by this connection. */
  isTakenBy(connection: Connection): boolean {
    if (this.#connection) return true;
    this.#connection = connection;
    return false;
  }

  /** Tells what this member may do, and that a window of another version only reads. */
  welcome(): void {
    this.#tell({ kind: 'role', role: this.#role });
    if (this.isOtherVersion) this.#tell({ kind: 'refused', n: null, error: otherVersion().toData() });
  }

  setRole(role: Role): void {
    if (role === this.#role) return;
    this.#role = role;
    this.#tell({ kind: 'role', role });
    if (!this.#isRefusedByRole || !reaches(role, 'coauthor')) return;
    this.#refusal = null;
    this.#isRefusedByRole = false;
    this.askForAll();
  }

  /** Says once why changes are not taken; from then on nothing of this window is. */
  refuse(error: DatelineError): void {
    if (this.#refusal) return;
    this.#refusal = error;
    this.#tell({ kind: 'refused', n: null, error: error.toData() });
    for (const n of this.#held.splice(0)) this.#tell({ kind: 'refused', n, error: error.toData() });
  }

  /** As `refuse`, for who may not write; a later role lifts it. */
  refuseByRole(): void {
    // Many changes may come before the window hears of the first; the first says what may lift it.
    if (this.#refusal === null) this.#isRefusedByRole = !this.isOtherVersion;
    this.refuse(this.isOtherVersion ? otherVersion() : readsOnly());
  }

  /** Asks the window for all that it has and the server has not; what it wants kept waits for that. */
  askForAll(): void {
    this.#owesWords = true;
    const connection = this.#connection;
    if (!connection) return;
    const question = new OutgoingMessage(connection.messageAddress).createSyncMessage();
    connection.send(question.writeFirstSyncStepFor(connection.document).toUint8Array());
  }

  /** All that the window had is here; answers what waited for it. */
  gaveAll(): number[] {
    this.#owesWords = false;
    return this.#held.splice(0);
  }

  /** Whether `keep` number `n` may be acted on now; otherwise it is held, or answered already. */
  mayKeep(n: number): boolean {
    if (this.#refusal) {
      this.#tell({ kind: 'refused', n, error: this.#refusal.toData() });
      return false;
    }
    if (this.#owesWords && this.#held.length < heldLimit) this.#held.push(n);
    return !this.#owesWords;
  }

  /** Tells what became of `keep` number `n`. */
  async answer(n: number, kept: Promise<string>): Promise<void> {
    try {
      this.#tell({ kind: 'kept', n, at: await kept });
    } catch (thrown) {
      this.#tell({ kind: 'refused', n, error: toDatelineError(thrown).toData() });
    }
  }

  /** Takes the window off the narrative; it may ask to join again. */
  close(event: { code: number; reason: string }): void {
    this.#connection?.close(event);
  }

  #tell(answer: LiveAnswer): void {
    this.#connection?.sendStateless(JSON.stringify(answer));
  }
}
