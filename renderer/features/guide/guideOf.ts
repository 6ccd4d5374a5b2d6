import type { Guidance, Guide } from '../../../core/guidance/guidance';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partDefinitions, sectionTitle } from '../../../core/narrative/parts';
import { countWordsIn, findSection } from '../../../core/narrative/plainText';
import {
  type RichNode,
  type StoryFactKey,
  storyFactTitles,
  stringAttr,
} from '../../../core/narrative/richText';

interface GuideRequest {
  guidance: Guidance;
  content: NarrativeContent;
  part: PartKey;
  place: string;
  item: string;
}

export interface FoundGuide {
  title: string;
  guide: Guide;
  /** Words written so far in the place the guide is about. */
  words: number;
}

/** The guide of the place a writer is in, or of the whole part where the place has none of its own. */
export function guideOf({ guidance, content, part, place, item }: GuideRequest): FoundGuide | null {
  const partGuide = guidance.parts.find((known) => known.part === part);
  if (!partGuide) return null;
  const section = Object.hasOwn(partGuide.sections, place) ? partGuide.sections[place] : undefined;
  const doc = content.parts[part];
  if (!section) {
    return { title: partDefinitions[part].title, guide: partGuide.guide, words: countWordsIn(doc) };
  }
  const owner = (item !== '' && doc.content?.find((node) => stringAttr(node, 'id') === item)) || doc;
  const node = findSection(owner, place) ?? findFact(owner, place);
  return {
    title: titleOf(part, place),
    guide: section,
    words: node ? countWordsIn(node) : 0,
  };
}

function findFact(owner: RichNode, place: string): RichNode | undefined {
  return owner.content?.find((node) => node.type === 'storyFact' && stringAttr(node, 'key') === place);
}

function titleOf(part: PartKey, place: string): string {
  if (part !== 'experience') return sectionTitle(part, place);
  return place === 'step' ? 'Step' : storyFactTitles[place as StoryFactKey];
}
