import { z } from 'zod';
import { contentVersionSchema } from '../../format/contentVersion';
import { personNameSchema } from '../records/common';

/**
 * Why a version was kept: somebody named it, it was about to be replaced by an older one, it left as a file, a new draft
 * was begun, a meeting or a packet was made of it, a part of it was signed, people were asked what they remember of it
 * or want of it, or writing came to a rest.
 */
export const versionReasons = [
  'named',
  'beforeRestore',
  'export',
  'draft',
  'meeting',
  'packet',
  'signOff',
  'check',
  'session',
] as const;

/** What people call a version, or what it was kept for: the name of a file, a reader, a meeting; '' for none. */
export const versionNameSchema = z.string().max(200);

/** Names an entry of the timeline within its narrative: its moment and its content. Safe in any path. */
export const versionEntryIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-[0-9a-f]{16}$/);
export type VersionEntryId = z.infer<typeof versionEntryIdSchema>;

/** One moment of the timeline. Several may be of one content, each kept for a reason of its own. */
export const versionEntrySchema = z.object({
  id: versionEntryIdSchema,
  version: contentVersionSchema,
  at: z.iso.datetime(),
  /** '' where nobody said who they are. */
  by: personNameSchema,
  draft: z.int().min(1),
  reason: z.enum(versionReasons),
  name: versionNameSchema,
  words: z.int().min(0),
});
export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** Who keeps a version, and what for. */
export type KeepingReason = Pick<VersionEntry, 'reason' | 'name' | 'by'>;

/** What somebody read last, and how many changes there are since. */
export const lastReadSchema = z.object({
  version: contentVersionSchema,
  at: z.iso.datetime(),
  draft: z.int().min(1),
  changes: z.int().min(0),
});
