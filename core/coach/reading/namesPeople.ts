import { wordSet } from './wordSet';
import { type PhraseList, splitWords } from './words';

/** Plurals for people mostly end like this; things that do are listed. */
const peopleEnding = /(?:ers|ors|ists|ians|ants|ents|holds|mates|nurses|wives|men|women|folk)$/u;
const things = wordSet(
  'others numbers letters orders papers offers servers computers printers containers timers trackers',
  'customers users consumers buyers stakeholders developments documents payments agreements',
  'requirements improvements investments elements statements comments components events moments',
  'apartments appointments departments instruments segments environments deployments assessments',
  'announcements clients accidents incidents patents contents accents tents rents plants giants wants',
  'variants grants warrants errors doors floors colors colours factors sensors vendors monitors',
  'tractors mirrors corners layers offers powers towers flowers showers drawers folders headers',
  'filters registers chapters quarters matters centers centres theaters meters metres liters litres',
  'years ears tears bears wears cars powers hours ours yours theirs answers newsletters posters',
  'stickers banners blockers browsers routers controllers adapters providers features pictures',
);
/** Verbs with the endings of people: "Osterby presents", "it delivers". */
const verbs = wordSet(
  'presents prevents represents invents implements supplements complements experiments augments',
  'cements consents laments delivers discovers uncovers recovers covers considers remembers gathers',
  'transfers renders suffers prefers differs refers lowers empowers registers triggers enters alters',
  'fosters bothers administers masters caters hovers favors favours honors honours mirrors refactors',
  'tailors',
);

/** True when a text names a kind of person: by a list of segments, or by a plural such as "renters". */
export function namesPeople(text: string, segments: PhraseList): boolean {
  if (segments.has(text)) return true;
  return splitWords(text).some(({ lower }) => isPeopleWord(lower));
}

/** True for plurals such as "renters" or "dentists", not for "numbers". */
export function isPeopleWord(lower: string): boolean {
  return lower.length >= 6 && peopleEnding.test(lower) && !things.has(lower) && !verbs.has(lower);
}
