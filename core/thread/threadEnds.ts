import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import { isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';
import { describeEvidence, describeItem, describeScreen } from './describeEnd';
import { endKey, readItem } from './itemEnds';
import type { ThreadEnd } from './threadEnd';

/** A written use case with the keys of the steps and screens that it is made of. */
export interface ThreadStory {
  id: string;
  words: string;
  place: ThreadEnd['place'];
  keys: readonly string[];
}

export interface ThreadEnds {
  /** Everything that somebody wrote, in reading order; then screens and source cards. */
  list: ThreadEnd[];
  /** Everything that exists, blank things too, by `endKey`. */
  byKey: Map<string, ThreadEnd>;
  /** By the id of a screen: keys of the steps, answers and how-tos that it stands in. */
  holders: Map<string, Set<string>>;
  /** In reading order. */
  stories: ThreadStory[];
}

/** Everything a promise can be linked to. Of two things with one id the first counts. */
export function collectEnds(content: NarrativeContent): ThreadEnds {
  const all: ThreadEnds = { list: [], byKey: new Map(), holders: new Map(), stories: [] };
  const screenPlaces = new Map<string, ThreadEnd['place'] & { within: string }>();
  for (const part of partKeys) {
    let number = 0;
    for (const node of content.parts[part].content ?? []) {
      if (node.type === 'faqItem') number += 1;
      const { ends, screens } = readItem(node);
      ends.forEach((end, index) => {
        add(all, describeItem(end, { part, item: node, number: end.kind === 'faq' ? number : index + 1 }));
      });
      for (const { screen, holder } of screens) {
        noteHolder(all.holders, screen, holder);
        if (screenPlaces.has(screen)) continue;
        const within = all.byKey.get(holder)?.note ?? '';
        screenPlaces.set(screen, { part, section: stringAttr(node, 'id'), within });
      }
      if (node.type === 'useCase' && !isBlank(node)) all.stories.push(toStory(node, part));
    }
  }
  for (const record of Object.values(content.screens)) {
    add(all, describeScreen(record, screenPlaces.get(record.id) ?? null));
  }
  for (const end of describeEvidence(content)) add(all, end);
  return all;
}

function add(all: ThreadEnds, end: ThreadEnd): void {
  const key = endKey(end);
  if (all.byKey.has(key)) return;
  all.byKey.set(key, end);
  if (!end.isBlank) all.list.push(end);
}

function noteHolder(holders: ThreadEnds['holders'], screen: string, holder: string): void {
  const known = holders.get(screen) ?? new Set();
  if (holder !== '') known.add(holder);
  holders.set(screen, known);
}

function toStory(node: RichNode, part: PartKey): ThreadStory {
  const { ends, screens } = readItem(node);
  const title = (node.content ?? []).find(({ type }) => type === 'title');
  const words = title ? plainText(title).trim() : '';
  const id = stringAttr(node, 'id');
  return {
    id,
    place: { part, section: id },
    words: words === '' ? 'A use case without a title' : words,
    keys: [...ends.map(endKey), ...screens.map(({ screen }) => endKey({ kind: 'screen', id: screen }))],
  };
}
