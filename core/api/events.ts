import { z } from 'zod';
import { narrativeIdSchema, narrativeMetaSchema } from '../narrative/meta';
import { reviewRecordSchema } from '../review/reviewRecord';
import { base64Schema, noticeSchema } from './shapes';

/** What the host tells its windows without being asked. */
export const events = {
  /** Another window changed a narrative. `window` names the one that did; it ignores its own. */
  'narrative.updated': z.object({ id: narrativeIdSchema, update: base64Schema, window: z.string() }),
  /** Something was said about a narrative; known records may come again. */
  'review.added': z.object({ id: narrativeIdSchema, records: z.array(reviewRecordSchema) }),
  /** A narrative was renamed, or its stage, draft, language or note of confidentiality changed. */
  'narrative.meta': z.object({ id: narrativeIdSchema, meta: narrativeMetaSchema }),
  /** The file was moved to the trash, erased, or removed from outside while it was open. */
  'narrative.gone': z.object({ id: narrativeIdSchema, reason: z.enum(['trashed', 'removed-outside']) }),
  'library.changed': z.object({}),
  'library.notice': noticeSchema,
  /** Members, their roles or invitations of the team whose server this is are others. */
  'team.changed': z.object({}),
  /** A team was joined or left, or the line to it, a role or what waits is another. */
  'teams.changed': z.object({}),
  'job.progress': z.object({ job: z.string(), done: z.number(), total: z.number(), label: z.string() }),
  /** A native menu item or a handed-over start asked for a command; see core/commands. */
  'menu.command': z.object({ command: z.string() }),
  /** A file given to the app (double click, second start) was imported and should be shown. */
  'narrative.show': z.object({ id: narrativeIdSchema }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<K extends EventName> = z.output<Events[K]>;
export type EventMessage = { [K in EventName]: { event: K; data: EventData<K> } }[EventName];

/** Parses a pushed message; null when it is not one of ours. */
export function parseEvent(message: unknown): EventMessage | null {
  const shape = z.object({ event: z.string(), data: z.unknown() }).safeParse(message);
  if (!shape.success || !Object.hasOwn(events, shape.data.event)) return null;
  const event = shape.data.event as EventName;
  const data = events[event].safeParse(shape.data.data);
  return data.success ? ({ event, data: data.data } as EventMessage) : null;
}
