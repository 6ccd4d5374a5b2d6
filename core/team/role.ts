import { z } from 'zod';

/** What somebody may do with a narrative, from most to least. */
export const roles = ['owner', 'coauthor', 'reviewer', 'reader'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Whether a role allows all that another one does. */
export function reaches(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(wanted);
}
