import { type Presence, presenceSchema } from '../../../core/team/presence';

/** Letters of one window's presence as JSON; a caret and a place need a tenth of it. */
const presenceLimit = 4000;

/**
 * What a window shows of itself, with the name of whoever is signed in there in place of what it calls itself.
 * Null for what is no presence.
 */
export function stampPresence(shown: unknown, person: Presence['person']): Presence | null {
  if (typeof shown !== 'object' || shown === null) return null;
  const presence = presenceSchema.safeParse({ ...shown, person });
  if (!presence.success || JSON.stringify(presence.data).length > presenceLimit) return null;
  return presence.data;
}
