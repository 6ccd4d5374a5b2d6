import { endKey } from './itemEnds';
import type { ThreadEnd } from './threadEnd';
import type { ThreadEnds } from './threadEnds';

/** Something a customer can do or see that no promise leads to. */
export interface LooseEnd {
  kind: 'useCase' | 'screen' | 'howTo';
  id: string;
  words: string;
  place: ThreadEnd['place'];
}

/**
 * What nobody was promised, `linked` being the keys of all linked ends: use cases without a linked step or screen,
 * screens that neither are linked nor stand in something that is, and how-tos that are not linked. The screens
 * of a loose use case are not named again.
 */
export function looseEnds(linked: ReadonlySet<string>, ends: ThreadEnds): LooseEnd[] {
  const stories = ends.stories.filter(({ keys }) => !keys.some((key) => linked.has(key)));
  const inLooseStories = new Set(stories.flatMap(({ keys }) => keys));
  const isLoose = (end: ThreadEnd): boolean => {
    const key = endKey(end);
    if (linked.has(key)) return false;
    if (end.kind === 'howTo') return true;
    if (end.kind !== 'screen') return false;
    const holders = [...(ends.holders.get(end.id) ?? [])];
    if (holders.some((holder) => linked.has(holder))) return false;
    return !inLooseStories.has(key);
  };
  return [
    ...stories.map(({ id, words, place }) => ({ kind: 'useCase', id, words, place }) as const),
    ...ends.list.filter(isLoose).map(({ kind, id, words, place }) => {
      return { kind: kind === 'howTo' ? 'howTo' : 'screen', id, words, place } as const;
    }),
  ];
}
