import { z } from 'zod';
import { grantSchema, invitationSchema, memberSchema, sessionSchema } from './teamRecords';

/** A member as the others see them. */
export const shownMemberSchema = memberSchema.pick({ id: true, name: true, joinedAt: true, grants: true });
/** An invitation as owners see it; the link itself is shown once, when it is made. */
export const shownInvitationSchema = invitationSchema.omit({ tokenHash: true });

/** A team as one of its members sees it. */
export const teamViewSchema = z.object({
  name: z.string().max(200),
  me: shownMemberSchema,
  members: z.array(shownMemberSchema),
  /** Empty for whoever may not invite. */
  invitations: z.array(shownInvitationSchema),
  /** Where I am signed in. */
  sessions: z.array(sessionSchema.pick({ id: true, createdAt: true, expiresAt: true, device: true })),
});
export type TeamView = z.infer<typeof teamViewSchema>;

/** What an owner says of an invitation that is to be made. */
export const invitationOrderSchema = z.strictObject({
  grant: grantSchema,
  isSingleUse: z.boolean(),
  /** How long it lets people in. */
  days: z.int().min(1).max(90),
});
export type InvitationOrder = z.infer<typeof invitationOrderSchema>;
