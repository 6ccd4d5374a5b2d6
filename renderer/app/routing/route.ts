import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import { type PartKey, partKeys } from '../../../core/narrative/parts';

/** Every screen of the app and what it needs to know. */
export type Route =
  | { screen: 'library' }
  | { screen: 'trash' }
  /** `id` is null until the first words made a narrative. */
  | { screen: 'new'; id: NarrativeId | null }
  /** `part` is null when the narrative should open where its writer stopped. */
  | { screen: 'narrative'; id: NarrativeId; part: PartKey | null; section?: string }
  | { screen: 'narrative'; id: NarrativeId; part: null; sheet: NarrativeSheet };

/** What a narrative shows on a sheet of its own beside its parts. */
export const narrativeSheets = [
  'facts',
  'drawer',
  'thread',
  'screens',
  'review',
  'versions',
  'meeting',
  'packets',
  'shared',
  'customers',
] as const;
export type NarrativeSheet = (typeof narrativeSheets)[number];

/** Reads the part of an address after `#`. Anything unknown is the library, which is always a safe place. */
export function parseRoute(hash: string): Route {
  const [screen = '', id = '', part = '', section = ''] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  if (screen === 'trash') return { screen };
  const narrativeId = narrativeIdSchema.safeParse(id);
  if (screen === 'new') return { screen, id: narrativeId.data ?? null };
  if (screen !== 'n' || !narrativeId.success) return { screen: 'library' };
  const sheet = narrativeSheets.find((name) => name === part);
  if (sheet) return { screen: 'narrative', id: narrativeId.data, part: null, sheet };
  const known = partKeys.find((key) => key === part) ?? null;
  const route = { screen: 'narrative', id: narrativeId.data, part: known } as const;
  return known && section ? { ...route, section } : route;
}

/** The address of a route, from `#` on; `parseRoute` reads it back. */
export function routeHash(route: Route): string {
  switch (route.screen) {
    case 'library':
      return '#/';
    case 'trash':
      return '#/trash';
    case 'new':
      return route.id ? `#/new/${route.id}` : '#/new';
    case 'narrative':
      return ['#/n', route.id, ...placeOf(route)]
        .filter((piece): piece is string => Boolean(piece))
        .map((piece, index) => (index === 0 ? piece : encodeURIComponent(piece)))
        .join('/');
  }
}

function placeOf(route: Extract<Route, { screen: 'narrative' }>): (string | null | undefined)[] {
  return 'sheet' in route ? [route.sheet] : [route.part, route.part && route.section];
}

/** A broken escape is taken as it stands: an address can be typed by hand. */
function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
