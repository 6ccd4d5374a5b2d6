import type { NarrativeContent } from '../narrative/narrativeDoc';
import {
  briefSections,
  manualSections,
  type PartKey,
  partDefinitions,
  releaseSections,
} from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { stringAttr } from '../narrative/richText';

const sectionTitles: ReadonlyMap<string, string> = new Map(
  [...briefSections, ...releaseSections, ...manualSections].map(({ key, title }) => [key, title]),
);

/** What people call a place: "Press release, Summary", or the part and the question. */
export function placeName(content: NarrativeContent, place: { part: PartKey; section: string }): string {
  const { title } = partDefinitions[place.part];
  const inside = sectionTitles.get(place.section) ?? itemTitle(content, place);
  return inside === '' ? title : `${title}, ${inside}`;
}

/** The question or title of an item; '' when it is gone or has none. */
function itemTitle(content: NarrativeContent, { part, section }: { part: PartKey; section: string }): string {
  const item = content.parts[part].content?.find((node) => stringAttr(node, 'id') === section);
  const label = item?.content?.find(({ type }) => type === 'faqQuestion' || type === 'title');
  return label && section !== '' ? plainText(label).trim() : '';
}
