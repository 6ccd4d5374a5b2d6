import { z } from 'zod';
import { narrativeIdSchema } from '../../core/narrative/meta';
import { roleSchema } from '../../core/team/role';
import {
  auditEntrySchema,
  invitationSchema,
  memberSchema,
  scopeSchema,
  teamIdSchema,
} from '../../core/team/teamRecords';
import { invitationOrderSchema, shownInvitationSchema, shownMemberSchema } from '../../core/team/teamView';
import type { Host } from '../ports';
import type { Team } from './team';

/** What the owner of a server asks of it on the command line, as it is handed to the process that runs. */
export const teamOrderSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({ do: z.literal('invite'), order: invitationOrderSchema }),
  z.strictObject({ do: z.literal('link'), member: teamIdSchema }),
  z.strictObject({ do: z.literal('revoke'), invitation: teamIdSchema }),
  z.strictObject({
    do: z.literal('role'),
    member: teamIdSchema,
    scope: scopeSchema,
    role: roleSchema.nullable(),
  }),
  z.strictObject({ do: z.literal('remove'), member: teamIdSchema }),
  z.strictObject({ do: z.literal('audit'), limit: z.int().min(1).max(2000) }),
  z.strictObject({ do: z.literal('erase'), narrative: narrativeIdSchema }),
  z.strictObject({ do: z.literal('note'), action: z.enum(['backed-up', 'restored']) }),
]);
export type TeamOrder = z.infer<typeof teamOrderSchema>;

const traceSchema = z.object({ place: z.string(), sha256: z.string(), bytes: z.number() });

/** What each order is answered with. */
export const teamAnswers = {
  list: z.object({
    members: z.array(shownMemberSchema.extend({ removedAt: memberSchema.shape.removedAt })),
    invitations: z.array(shownInvitationSchema),
  }),
  invite: z.object({ id: teamIdSchema, path: z.string(), expiresAt: invitationSchema.shape.expiresAt }),
  link: z.object({ id: teamIdSchema, path: z.string(), expiresAt: invitationSchema.shape.expiresAt }),
  revoke: z.object({}),
  role: z.object({}),
  remove: z.object({}),
  audit: z.array(auditEntrySchema),
  note: z.object({}),
  erase: z.object({
    narrative: narrativeIdSchema,
    erasedAt: z.iso.datetime(),
    held: z.array(traceSchema),
    remaining: z.array(traceSchema),
  }),
} satisfies Record<TeamOrder['do'], z.ZodType>;
export type TeamAnswer<K extends TeamOrder['do']> = z.infer<(typeof teamAnswers)[K]>;

export interface AdministerPorts {
  team: Team;
  host: Pick<Host, 'eraseForGood'>;
  now: () => Date;
}

/** Does what the owner of a server asks, in the server's own name. Throws as `Team` and the host do. */
export async function administer(
  order: TeamOrder,
  { team, host, now }: AdministerPorts,
): Promise<TeamAnswer<TeamOrder['do']>> {
  switch (order.do) {
    case 'list':
      return { members: await team.store.members(), invitations: await team.store.invitations() };
    case 'invite':
      return linkOf(await team.invite(null, order.order));
    case 'link':
      return linkOf(await team.linkFor(null, order.member));
    case 'revoke':
      await team.revokeInvitation(null, order.invitation);
      return {};
    case 'role':
      await team.setRole(null, order);
      return {};
    case 'remove':
      await team.removeMember(null, order.member);
      return {};
    case 'audit':
      return team.store.audit(order.limit);
    case 'note':
      await team.note(order.action, null, '');
      return {};
    case 'erase': {
      const proof = await host.eraseForGood(order.narrative);
      await team.note('erased', null, order.narrative);
      return { narrative: order.narrative, erasedAt: now().toISOString(), ...proof };
    }
  }
}

const linkOf = ({ invitation, token }: Awaited<ReturnType<Team['invite']>>) => ({
  id: invitation.id,
  path: `/join/${token}`,
  expiresAt: invitation.expiresAt,
});
