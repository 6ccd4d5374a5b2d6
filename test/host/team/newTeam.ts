import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Call, createClient } from '../../../core/api/client';
import type { EventMessage } from '../../../core/api/events';
import type { Grant, Member } from '../../../core/team/teamRecords';
import type { Host } from '../../../host/ports';
import { type Caller, callerName } from '../../../host/team/caller';
import { createGate, type Gate } from '../../../host/team/gate';
import { Team } from '../../../host/team/team';
import { openFolderTeamStore } from '../../../storage/team/folderTeamStore';
import { newHost, type TestHost } from '../newHost';

/** Somebody who joined, and what they can ask and hear. */
export interface TestMember {
  member: Member;
  token: string;
  call: Call;
  /** The answer as it is, for what the contract does not let through. */
  ask(operation: string, input: unknown): Promise<unknown>;
  heard: EventMessage[];
}

export interface TestTeam extends TestHost {
  team: Team;
  gate: Gate;
  /** Lets somebody in by an invitation of their own. */
  join(name: string, grant: Grant | null): Promise<TestMember>;
}

/**
 * A team over a library of its own; `clock` is read whenever the time is asked for. Another host than the library's
 * may stand behind the gate, where only the gate is looked at.
 */
export async function newTeam(
  clock: { now: Date } = { now: new Date() },
  behind: Host | null = null,
): Promise<TestTeam> {
  const now = () => clock.now;
  const host = await newHost({ author: callerName, ports: { now } });
  const store = await openFolderTeamStore(host.folder);
  const team = await Team.open({ store, now, newId: () => randomBytes(8).toString('hex') });
  const gate = createGate({ host: behind ?? host.host, team, name: 'Osterby launches', now });
  onTestFinished(() => gate.close());
  return {
    ...host,
    team,
    gate,
    async join(name, grant) {
      const order = {
        grant: grant ?? { scope: 'team' as const, role: 'reader' as const },
        isSingleUse: true,
        days: 1,
      };
      const { token: invitation } = await team.invite(null, order);
      const { member, sessionToken } = await team.redeem(invitation, { name, device: 'test', known: null });
      if (grant === null) await team.setRole(null, { member: member.id, scope: 'team', role: null });
      const caller = (await team.callerOf(sessionToken)) as Caller;
      const heard: EventMessage[] = [];
      onTestFinished(gate.listen(caller, (message) => heard.push(message)));
      const ask = (operation: string, input: unknown) => gate.dispatch(sessionToken, operation, input);
      return { member, token: sessionToken, call: createClient(ask), ask, heard };
    },
  };
}
