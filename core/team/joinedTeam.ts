import { z } from 'zod';
import { apiErrorSchema } from '../api/errors';
import { narrativeIdSchema } from '../narrative/meta';
import { roleSchema } from './role';
import { memberNameSchema, teamIdSchema } from './teamRecords';

/** How a library stands with a team: in touch, waiting for the line, or let out and in need of a new link. */
export const teamLines = ['open', 'waiting', 'signed-out'] as const;
export type TeamLine = (typeof teamLines)[number];

/** A team whose narratives this library keeps copies of. */
export const joinedTeamSchema = z.object({
  /** Given here; the server does not know it. */
  id: teamIdSchema,
  /** Where its server is, without a slash at the end. */
  address: z.url({ protocol: /^https?$/ }),
  name: z.string().max(200),
  /** Who this library is for the team. */
  member: memberNameSchema,
  line: z.enum(teamLines),
  narratives: z.array(
    z.object({
      id: narrativeIdSchema,
      role: roleSchema,
      /** Whether something written here has not reached the server yet. */
      isWaiting: z.boolean(),
      /** Why it is not in step: what was written here and not taken there, or what there is not understood here. */
      trouble: apiErrorSchema.nullable(),
    }),
  ),
});
export type JoinedTeam = z.infer<typeof joinedTeamSchema>;

/** What lets somebody in: a server and a token that it made. */
export interface InvitationLink {
  address: string;
  token: string;
}

const linkPattern = /^(https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?)\/join\/([\w-]{20,200})\/?$/;

/** Reads an invitation as somebody pastes it; null for any other text. */
export function parseInvitationLink(text: string): InvitationLink | null {
  const [, address, token] = linkPattern.exec(text.trim().slice(0, 2000)) ?? [];
  return address === undefined || token === undefined ? null : { address, token };
}
