import { z } from 'zod';
import { toDatelineError } from '../../core/api/errors';
import type { EventMessage } from '../../core/api/events';
import { isOperation, type Operation } from '../../core/api/operations';
import type { Result } from '../../core/api/result';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { permissions } from '../../core/team/permissions';
import { reaches } from '../../core/team/role';
import type { Host } from '../ports';
import { type Caller, callFor } from './caller';
import { createHearing } from './hearing';
import { ownHandlers } from './ownHandlers';
import { roleAnywhere, roleFor, type Team } from './team';
import { notAllowed, notServed, signedOut } from './teamErrors';

export interface GateOptions {
  host: Host;
  team: Team;
  /** What the team calls itself. */
  name: string;
  now: () => Date;
}

/** The only way from a member of a team to the host: everything is asked in their name and as far as their role goes. */
export interface Gate {
  readonly team: Team;
  /** What the team calls itself. */
  readonly name: string;
  /** As the host's own dispatch, for one session; `token` is looked at anew each time. */
  dispatch(token: string, operation: unknown, input: unknown): Promise<Result<unknown>>;
  /** Hands a session what it may hear of the host's events; returns what ends that. */
  listen(caller: Caller, listener: (message: EventMessage) => void): () => void;
  close(): void;
}

const aboutNarrative = z.looseObject({ id: narrativeIdSchema });

export function createGate(options: GateOptions): Gate {
  const { host, team } = options;
  const hearing = createHearing(options);
  const handlers = ownHandlers({ ...options, hearing });

  async function answer(caller: Caller, operation: Operation, input: unknown): Promise<Result<unknown>> {
    refuseBeyondRole(caller.member, operation, input);
    const own = handlers[operation];
    if (own) return own(caller, input);
    const answered = await callFor(caller, () => host.dispatch(operation, input));
    if (answered.ok) await noteDone(team, caller, { operation, input });
    return answered;
  }

  return {
    team,
    name: options.name,
    async dispatch(token, operation, input) {
      try {
        const caller = await team.callerOf(token);
        if (caller === null) throw signedOut();
        // What is no operation at all is answered by the one place that knows how.
        if (!isOperation(operation)) return await host.dispatch(operation, input);
        return await answer(caller, operation, input);
      } catch (thrown) {
        return { ok: false, error: toDatelineError(thrown).toData() };
      }
    },
    listen: hearing.listen,
    close: hearing.close,
  };
}

/** Throws `not-allowed` where a member's role does not reach. Input that names no narrative is refused by the contract. */
function refuseBeyondRole(member: Caller['member'], operation: Operation, input: unknown): void {
  const need = permissions[operation];
  if (need === 'nobody') throw notServed();
  const named = aboutNarrative.safeParse(input);
  const role =
    need.in === 'team'
      ? roleFor(member, 'team')
      : need.in === 'narrative' && named.success
        ? roleFor(member, named.data.id)
        : roleAnywhere(member);
  if (role === null || !reaches(role, need.role)) throw notAllowed(role);
}

const noted = {
  'exports.run': 'exported',
  'exports.runAll': 'exported',
  'exports.copy': 'exported',
  'packets.make': 'exported',
  'narratives.create': 'created',
  'imports.run': 'created',
  'narratives.trash': 'trashed',
  'narratives.erase': 'erased',
} as const;

async function noteDone(
  team: Team,
  caller: Caller,
  done: { operation: Operation; input: unknown },
): Promise<void> {
  const action = Object.hasOwn(noted, done.operation) ? noted[done.operation as keyof typeof noted] : null;
  if (action === null) return;
  const { data } = z
    .looseObject({ id: z.string().optional(), format: z.string().optional() })
    .safeParse(done.input);
  await team.note(action, caller, [data?.id, data?.format].filter((word) => word !== undefined).join(' '));
}
