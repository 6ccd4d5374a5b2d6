import { type Presence, presenceColours, presenceSchema } from '../../../core/team/presence';
import type { Member } from '../../../core/team/teamRecords';

/** Letters of one window's presence as JSON; a caret and a place need a tenth of it. */
const presenceLimit = 4000;

/**
 * What a window shows of itself, with the name of whoever is signed in there in place of what it calls itself.
 * Null for what is no presence.
 */
export function stampPresence(shown: unknown, { id, name }: Member): Presence | null {
  if (typeof shown !== 'object' || shown === null) return null;
  const person = { id, name, colour: colourOf(id) };
  const presence = presenceSchema.safeParse({ ...shown, person });
  if (!presence.success || JSON.stringify(presence.data).length > presenceLimit) return null;
  return presence.data;
}

/** The same colour in every window and on every day. */
function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % presenceColours;
}
