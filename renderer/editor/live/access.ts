import type { DatelineError } from '../../../core/api/errors';
import { type Role, reaches } from '../../../core/team/role';

/** What this window may do with a narrative. */
export interface Access {
  role: Role;
  /** Why nothing of this window is taken any more; null while it is. */
  refusal: DatelineError | null;
}

/** Whether the text may be changed here. */
export function mayWrite({ role, refusal }: Access): boolean {
  return refusal === null && reaches(role, 'coauthor');
}

/** Whether comments and suggestions may be said here. */
export function maySay({ role }: Access): boolean {
  return reaches(role, 'reviewer');
}
