import type { PartKey } from '../../../core/narrative/parts';
import type { Presence } from '../../../core/team/presence';
import type { LiveLine, Peer } from './liveLine';

/** Somebody who has this narrative open elsewhere, once, however many windows they have. */
export interface PersonHere {
  person: Presence['person'];
  /** The window that was used last, as far as is known. */
  client: number;
  /** Null while they look at something that is no part. */
  part: PartKey | null;
}

const known = new WeakMap<LiveLine, { key: string; people: readonly PersonHere[] }>();
const nobody: readonly PersonHere[] = [];

/** Who else is here, by name; the same list while nobody comes, goes or turns to another part. */
export function peopleOf(line: LiveLine | null): readonly PersonHere[] {
  if (line === null) return nobody;
  const people = readPeople(line.peers());
  const key = JSON.stringify(people);
  const before = known.get(line);
  if (before?.key === key) return before.people;
  known.set(line, { key, people });
  return people;
}

function readPeople(peers: readonly Peer[]): PersonHere[] {
  const byPerson = new Map<string, PersonHere>();
  for (const { client, person, place, cursor } of peers) {
    // Of several windows the one with a caret tells best where somebody is.
    if (byPerson.has(person.id) && cursor === null) continue;
    byPerson.set(person.id, { person, client, part: place?.part ?? null });
  }
  return [...byPerson.values()].sort((a, b) => a.person.name.localeCompare(b.person.name, 'en'));
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}
