import { AsyncLocalStorage } from 'node:async_hooks';
import type { Member } from '../../core/team/teamRecords';

/** For whom the host works at this moment. */
export interface Caller {
  readonly member: Member;
  /** The id of their session; it is gone when they are signed out. */
  readonly session: string;
}

const callers = new AsyncLocalStorage<Caller>();

/** Runs work for somebody: everything it causes is done in their name. */
export function callFor<T>(caller: Caller, work: () => T): T {
  return callers.run(caller, work);
}

/** The name of whoever asked for what is done now, as the `author` of a team's host; '' for its own work. */
export function callerName(): string {
  return callers.getStore()?.member.name ?? '';
}
