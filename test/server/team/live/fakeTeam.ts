import type { Role } from '../../../../core/team/role';
import type { Caller } from '../../../../host/team/caller';
import type { LiveLineOptions } from '../../../../server/team/live/liveLine';

/** A team whose roles are set by the test; everybody is a co-author who was not given another one. */
export class FakeTeam {
  readonly #roles = new Map<string, Role | null>();
  readonly #listeners = new Set<() => void>();

  readonly port: LiveLineOptions['team'] = {
    follow: () => () => undefined,
    roleIn: ({ member }: Caller) => {
      const role = this.#roles.get(member.id);
      return role === undefined ? 'coauthor' : role;
    },
    onGrantChange: (listener) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  setRole({ member }: Caller, role: Role | null): void {
    this.#roles.set(member.id, role);
    for (const listener of this.#listeners) listener();
  }
}

/** Somebody who is signed in; every name is one member. */
export function callerNamed(name: string, session = `session${name.toLowerCase()}`): Caller {
  const id = `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}member00000`;
  const joinedAt = '2026-01-05T09:00:00.000Z';
  return { member: { id, name, joinedAt, grants: [], subject: null, removedAt: null }, session };
}

/** The address at which the test's server takes a socket as this caller's. */
export function pathOf({ member, session }: Caller): string {
  return `/${encodeURIComponent(member.name)}/${encodeURIComponent(session)}`;
}

/** Who a test's socket belongs to; in the product the session cookie says so. */
export function callerAt(path: string): Caller {
  const [, name = '', session = ''] = path.split('/').map(decodeURIComponent);
  return callerNamed(name, session);
}
