import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

/** Where a screen stands, named as the outline names places. */
export interface ScreenPlace {
  part: PartKey;
  /** Key of the section or id of the innermost item around it; '' at the top of a part. */
  section: string;
  /** Id of the use case or manual that it stands in; '' outside of both. */
  item: string;
  /** Id of the step; '' outside of steps. */
  step: string;
  /** What the innermost named thing around it is called; '' when that has no name. */
  title: string;
}

export interface ScreenUse {
  screenId: string;
  /** In reading order, never empty. */
  places: ScreenPlace[];
}

/** Every screen that the text shows, by its id, in reading order. Screens whose record is gone are among them. */
export function screenUses({ parts }: Pick<NarrativeContent, 'parts'>): ScreenUse[] {
  const uses = new Map<string, ScreenUse>();
  for (const part of partKeys) {
    for (const { screenId, ...place } of (parts[part].content ?? []).flatMap(screensIn)) {
      const use = uses.get(screenId) ?? { screenId, places: [] };
      use.places.push({ part, ...place });
      uses.set(screenId, use);
    }
  }
  return [...uses.values()];
}

type FoundScreen = Omit<ScreenPlace, 'part'> & { screenId: string };
const knownScreens = new WeakMap<RichNode, readonly FoundScreen[]>();
const nowhere: Omit<FoundScreen, 'screenId'> = { section: '', item: '', step: '', title: '' };

/** The screens below a top-level node; the same object is not read again. */
function screensIn(node: RichNode): readonly FoundScreen[] {
  const known = knownScreens.get(node);
  if (known) return known;
  const found: FoundScreen[] = [];
  const visit = (child: RichNode, around: typeof nowhere): void => {
    if (child.type === 'screen') found.push({ ...around, screenId: stringAttr(child, 'id') });
    const inside = placeIn(child, around);
    for (const inner of child.content ?? []) visit(inner, inside);
  };
  visit(node, nowhere);
  knownScreens.set(node, found);
  return found;
}

function placeIn(node: RichNode, around: typeof nowhere): typeof nowhere {
  const id = stringAttr(node, 'id');
  switch (node.type) {
    case 'section': {
      const key = stringAttr(node, 'key');
      return { ...around, section: around.item === '' ? key : `${around.item}/${key}` };
    }
    case 'step':
      return { ...around, section: id, step: id, title: titleOf(node) || around.title };
    case 'useCase':
    case 'manual':
      return { ...around, section: id, item: id, title: titleOf(node) };
    case 'faqItem':
      return { ...around, section: id, title: titleOf(node) };
    default:
      return around;
  }
}

function titleOf({ content = [] }: RichNode): string {
  const label = content.find(({ type }) => type === 'title' || type === 'faqQuestion');
  return label ? plainText(label).trim() : '';
}
