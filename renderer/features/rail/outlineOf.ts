import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../../core/narrative/parts';
import { findSection, isBlank, plainText } from '../../../core/narrative/plainText';
import { type RichNode, stringAttr } from '../../../core/narrative/richText';

/** One place of a part that the rail can go to: a fixed section, a use case or a manual. */
export interface OutlineEntry {
  /** Section key, or the id of an item. */
  key: string;
  title: string;
  isEmpty: boolean;
}

/** The places of a part, in order. FAQ parts have none: their questions are too many for a rail. */
export function outlineOf(content: NarrativeContent, part: PartKey): OutlineEntry[] {
  const doc = content.parts[part];
  const { kind, sections } = partDefinitions[part];
  if (kind === 'sections') {
    return sections.map(({ key, title }) => {
      const section = findSection(doc, key);
      return { key, title, isEmpty: !section || isBlank(section) };
    });
  }
  if (kind === 'stories') return itemEntries(doc, 'useCase', 'Use case');
  if (kind === 'manuals') return itemEntries(doc, 'manual', 'Manual');
  return [];
}

function itemEntries(doc: RichNode, type: 'useCase' | 'manual', noun: string): OutlineEntry[] {
  const items = (doc.content ?? []).filter((node) => node.type === type);
  return items.map((item, index) => {
    const title = (item.content ?? []).find((node) => node.type === 'title');
    const words = title ? plainText(title).trim() : '';
    return {
      key: stringAttr(item, 'id'),
      title: words === '' ? `${noun} ${index + 1}` : words,
      isEmpty: isBlank(item),
    };
  });
}
