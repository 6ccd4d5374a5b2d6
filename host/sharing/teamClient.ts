import { z } from 'zod';
import { type Call, createClient } from '../../core/api/client';
import { DatelineError } from '../../core/api/errors';
import { resultSchema } from '../../core/api/result';
import { jsonOrNull } from '../../core/json/jsonOrNull';
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
}

/** What one call may take, in milliseconds: the largest attachment over a slow line. */
const callLimitMs = 120_000;

/** Uses an invitation; `session` says who asks where they are in already. Rejects with the server's reason, or `unreachable`. */
export async function joinTeam(
  { address, token }: InvitationLink,
  { session, ...as }: { name: string; device: string; session: string | null },
): Promise<z.infer<typeof joinedSchema>> {
  const posted = await reach(`${address}/join/${token}`, {
    headers: {
      accept: 'application/json',
      ...(session === null ? {} : { authorization: `Bearer ${session}` }),
    },
    body: JSON.stringify(as),
  });
  const answer = resultSchema.safeParse(posted);
  if (!answer.success) throw noTeamServer();
  if (!answer.data.ok) throw DatelineError.fromData(answer.data.error);
  const joined = joinedSchema.safeParse(answer.data.value);
  if (!joined.success) throw noTeamServer();
  return joined.data;
}

/** Speaks to a team's server in the name of whoever the session belongs to; `ending` gives up what is under way. */
export function createTeamClient(
  { address, session }: { address: string; session: string },
  ending: AbortSignal,
): TeamClient {
  return {
    call: createClient(async (operation, input) => {
      const answer = await reach(`${address}/api`, {
        headers: { authorization: `Bearer ${session}` },
        body: JSON.stringify({ operation, input }),
        ending,
      });
      // A proxy answers for a server that is away, in words of its own.
      if (answer === null) throw noAnswer();
      return answer;
    }),
  };
}

interface Posted {
  headers: Record<string, string>;
  body: string;
  ending?: AbortSignal;
}

/** What stands in the answer to that; null where it is no JSON. */
async function reach(url: string, { headers, body, ending }: Posted): Promise<unknown> {
  const limit = AbortSignal.timeout(callLimitMs);
  const signal = ending ? AbortSignal.any([ending, limit]) : limit;
  const all = { 'content-type': 'application/json', 'x-dateline': '1', ...headers };
  try {
    // A redirect would carry the session to whoever the answer names.
    const response = await fetch(url, { method: 'POST', headers: all, body, redirect: 'error', signal });
    return jsonOrNull(await response.text());
  } catch {
    throw noAnswer();
  }
}

function noAnswer(): DatelineError {
  return new DatelineError(
    'unreachable',
    'The team’s server does not answer.',
    'Everything here goes on working. What is written reaches the team when the line is back.',
  );
}

function noTeamServer(): DatelineError {
  return new DatelineError(
    'bad-request',
    'What stands at this address is no Dateline team server.',
    'Ask for the link again, and paste all of it.',
  );
}
