import { z } from 'zod';
import { narrativeIdSchema } from '../narrative/meta';
import { roleSchema } from './role';

/** Ids of members, invitations and sessions: random, without meaning. */
export const teamIdSchema = z.string().regex(/^[a-z0-9]{12,64}$/);
/** A name as people write it. */
export const memberNameSchema = z.string().trim().min(1).max(200);

/** Where a role holds: in everything that the team has, or in one narrative. */
export const scopeSchema = z.union([z.literal('team'), narrativeIdSchema]);
export type Scope = z.infer<typeof scopeSchema>;

export const grantSchema = z.object({ scope: scopeSchema, role: roleSchema });
export type Grant = z.infer<typeof grantSchema>;

/** Somebody who belongs to the team. */
export const memberSchema = z.object({
  id: teamIdSchema,
  name: memberNameSchema,
  joinedAt: z.iso.datetime(),
  /** The highest role that holds for a narrative counts. */
  grants: z.array(grantSchema).max(10_000),
  /** Who they are for the company's sign-in, as `issuer subject`; null for who came by an invitation alone. */
  subject: z.string().max(600).nullable(),
  /** When they were removed; null while they belong to it. Their name stays on what they said. */
  removedAt: z.iso.datetime().nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** A link that lets people in. Its token is kept nowhere: only the SHA-256 of it, in hexadecimal. */
export const invitationSchema = z.object({
  id: teamIdSchema,
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  grant: grantSchema,
  /** Whom it signs in again, on another device or after they were signed out; null where it lets somebody new in. */
  member: teamIdSchema.nullable().default(null),
  /** Whether it is used up by the first who joins. */
  isSingleUse: z.boolean(),
  createdBy: teamIdSchema.nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** Who came in by it. */
  usedBy: z.array(teamIdSchema),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** A browser or desktop app that was let in. Its token is kept as a hash alone, as with invitations. */
export const sessionSchema = z.object({
  id: teamIdSchema,
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  member: teamIdSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** What it calls itself, for the list that its owner sees. */
  device: z.string().max(200),
});
export type Session = z.infer<typeof sessionSchema>;

/** What is written down about who did what; never a word of a narrative. */
export const auditActions = [
  'joined',
  'signed-in',
  'signed-out',
  'invited',
  'revoked-invitation',
  'changed-role',
  'removed-member',
  'exported',
  'created',
  'trashed',
  'erased',
  'refused',
  'backed-up',
  'restored',
] as const;

export const auditEntrySchema = z.object({
  at: z.iso.datetime(),
  action: z.enum(auditActions),
  /** Who did it; null for the server's own commands. */
  member: teamIdSchema.nullable(),
  /** What it was done to: a member, an invitation, a narrative, a format; '' for nothing of that kind. */
  about: z.string().max(300),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
