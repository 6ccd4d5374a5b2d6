import type { Caller } from '../../../host/team/caller';
import { roleFor, type Team } from '../../../host/team/team';
import type { LiveLineOptions } from './liveLine';

/**
 * What members may do now, for sockets that stay open for days: who is signed out or removed may do nothing, and a new
 * role holds once the team tells of it.
 */
export function liveRoles(team: Team): LiveLineOptions['team'] {
  /** As they are now, by how they came; null for a session that is over. */
  const followed = new Map<Caller, Caller | null>();
  const listeners = new Set<() => void>();

  async function lookAgain(caller: Caller): Promise<void> {
    const [member, sessions] = await Promise.all([
      team.store.member(caller.member.id),
      team.store.sessionsOf(caller.member.id),
    ]);
    if (!followed.has(caller)) return;
    const isOpen = member !== null && sessions.some(({ id }) => id === caller.session);
    followed.set(caller, isOpen ? { ...caller, member } : null);
  }

  team.onChange(() => {
    // Roles that cannot be read stay as they were until the team is heard of again.
    void Promise.allSettled([...followed.keys()].map(lookAgain)).then(() => {
      for (const listener of listeners) listener();
    });
  });

  return {
    follow(caller) {
      followed.set(caller, caller);
      return () => followed.delete(caller);
    },
    roleIn(caller, narrative) {
      const now = followed.get(caller);
      return now ? roleFor(now.member, narrative) : null;
    },
    onGrantChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
