import { z } from 'zod';
import { type Call, createClient } from '../../core/api/client';
import { DatelineError } from '../../core/api/errors';
import { resultSchema } from '../../core/api/result';
import type { InvitationLink } from '../../core/team/joinedTeam';
import { memberSchema } from '../../core/team/teamRecords';

const joinedSchema = z.object({
  /** Opens the server in the new member's name. */
  session: z.string().min(1).max(500),
  member: memberSchema.pick({ name: true }),
  team: z.object({ name: z.string().max(200) }),
});

/** A team's server, for one of its members. */
export interface TeamClient {
  call: Call;
  /** A picture by its name; null where the server has none. */
  asset(name: string): Promise<Uint8Array | null>;
}

/** Uses an invitation. Rejects with the server's reason, or `unreachable`. */
export async function joinTeam(
  { address, token }: InvitationLink,
  as: { name: string; device: string },
): Promise<z.infer<typeof joinedSchema>> {
  const response = await reach(`${address}/join/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-dateline': '1' },
    body: JSON.stringify(as),
  });
  const answer = resultSchema.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw noTeamServer();
  if (!answer.data.ok) throw DatelineError.fromData(answer.data.error);
  const joined = joinedSchema.safeParse(answer.data.value);
  if (!joined.success) throw noTeamServer();
  return joined.data;
}

/** Speaks to a team's server in the name of whoever the session belongs to. */
export function createTeamClient({ address, session }: { address: string; session: string }): TeamClient {
  const authorization = `Bearer ${session}`;
  return {
    call: createClient(async (operation, input) => {
      const response = await reach(`${address}/api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-dateline': '1', authorization },
        body: JSON.stringify({ operation, input }),
      });
      return response.json();
    }),
    async asset(name) {
      const response = await reach(`${address}/assets/${encodeURIComponent(name)}`, {
        headers: { authorization },
      });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
  };
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    // A redirect would carry the session to whoever the answer names.
    return await fetch(url, { ...request, redirect: 'error' });
  } catch {
    throw new DatelineError(
      'unreachable',
      'The team’s server does not answer.',
      'Everything here goes on working. What is written reaches the team when the line is back.',
    );
  }
}

function noTeamServer(): DatelineError {
  return new DatelineError(
    'bad-request',
    'What stands at this address is no Dateline team server.',
    'Ask for the link again, and paste all of it.',
  );
}
