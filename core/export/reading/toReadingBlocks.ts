import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { faqStateOf } from '../../narrative/partState';
import { type PartKey, sectionTitle } from '../../narrative/parts';
import { isBlank } from '../../narrative/plainText';
import {
  type NodeName,
  type StepFactKey,
  type StoryFactKey,
  storyFactTitles,
  stringAttr,
} from '../../narrative/richText';
import type { ExportAsset } from '../exportDocument';
import type { ExportWarnings } from '../exportWarnings';
import { longDate } from '../stamp';
import { type AnchorKind, type Anchors, sectionId } from '../thread/anchors';
import type { HeadingLevels } from './headingLevels';
import type { HeadingRole, ReadingBlock, ReadingHeading, ReadingList } from './readingBlock';
import { type ReadingNode, revisionOf } from './readingNode';
import { readCode, readPicture, readScreen, readUnwritten } from './readLeaves';
import { joinLead, readStyledLine } from './readRelease';
import { toReadingTable } from './toReadingTable';

/** Where a node stands, and whom to tell. */
export interface Surroundings {
  part: PartKey;
  /** Id of the manual that the node stands in; '' outside of manuals. */
  manual: string;
  /** Level of the structural heading that the node stands under. */
  base: number;
  warnings: ExportWarnings;
  levels: HeadingLevels;
  assets: ReadonlyMap<string, ExportAsset>;
  content: Pick<NarrativeContent, 'parts' | 'screens'>;
  anchors: Anchors;
}

const inlineNames = ['text', 'hardBreak', 'footnote', 'fact'] as const;
type InlineName = (typeof inlineNames)[number];
const isInline = (type: NodeName): type is InlineName => inlineNames.some((name) => name === type);

type NodeReader = (node: ReadingNode, around: Surroundings) => ReadingBlock[];

/** Every node that can stand among blocks; text and what stands in it is kept as it is, inside of blocks. */
const readers: Record<Exclude<NodeName, InlineName>, NodeReader> = {
  doc: (node, around) => joinLead(readChildren(node, around)),
  section: readSection,
  faqItem: readFaqItem,
  faqQuestion: (node, around) => heading(node.content, 'question', around),
  useCase: readStories,
  storyFact: (node) => [{ type: 'facts', facts: [factOf(node)] }],
  step: (node, around) => joinFacts(readItem(node, 'step', around)),
  manual: (node, around) => readItem(node, 'manual', around),
  title: (node, around) => heading(node.content, 'text', around),
  paragraph: (node) => [{ type: 'paragraph', content: node.content ?? [] }],
  heading: (node, around) => {
    const given = typeof node.attrs?.level === 'number' ? node.attrs.level : 2;
    const level = around.levels.next(Math.max(given, around.base + 1));
    return [{ ...headingAt(node.content ?? [], 'text', level), anchor: anchorOf(node, 'howTo', around) }];
  },
  bulletList: (node, around) => readList(node, 'bullet', around),
  orderedList: (node, around) => readList(node, 'ordered', around),
  taskList: (node, around) => readList(node, 'task', around),
  listItem: readChildren,
  taskItem: readChildren,
  blockquote: (node, around) => [{ type: 'quote', blocks: readChildren(node, around) }],
  codeBlock: (node) => [readCode(node)],
  horizontalRule: () => [{ type: 'rule' }],
  table: (node, around) => [toReadingTable(node, (cell) => readChildren(cell, around))],
  tableRow: readChildren,
  tableHeader: readChildren,
  tableCell: readChildren,
  image: (node, around) => [readPicture(node, around)],
  screen: (node, around) => [readScreen(node, around)],
  unwritten: (node, around) => [readUnwritten(node, around, readChildren(node, around))],
};

function readChildren(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  return (node.content ?? []).filter(isShown).flatMap((child) => readNode(child, around));
}

/** The blocks that a node stands for. */
export function readNode(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  const { type } = node;
  const blocks: ReadingBlock[] = isInline(type)
    ? [{ type: 'paragraph', content: [node] }]
    : readers[type](node, around);
  const revision = revisionOf(node);
  return revision ? blocks.map((block) => ({ ...block, revision })) : blocks;
}

const isShown = (node: ReadingNode) =>
  node.type === 'horizontalRule' || node.type === 'table' || !isBlank(node);

function readSection(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  const key = stringAttr(node, 'key');
  const anchor = around.anchors.take('section', sectionId(around.part, around.manual, key));
  const mark: ReadingBlock = { type: 'section', key, anchor };
  if (around.part === 'release') return [mark, ...readReleaseSection(node, around)];
  const title = heading([{ type: 'text', text: sectionTitle(around.part, key) || key }], 'section', around);
  return [mark, ...title, ...readChildren(node, inside(around))];
}

function readReleaseSection(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  const [line, ...rest] = (node.content ?? []).filter(isShown);
  const styled = readStyledLine(node, line, () => around.levels.next(around.base + 1));
  if (!styled) return readChildren(node, around);
  return [styled, ...readChildren({ type: 'section', content: rest }, around)];
}

function readFaqItem(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  const [question, ...answer] = node.content ?? [];
  if (question?.type !== 'faqQuestion') return readChildren(node, around);
  const state = faqStateOf(node);
  const due = stringAttr(node, 'due');
  const words = [stringAttr(node, 'owner'), due === '' ? '' : longDate(due)].filter((word) => word !== '');
  const status: ReadingBlock[] = state === 'answered' ? [] : [{ type: 'status', state, words }];
  return [
    ...named(heading(question.content, 'question', around), anchorOf(node, 'faq', around)),
    ...status,
    ...readChildren({ type: 'faqItem', content: answer }, inside(around)),
  ];
}

function readStories(node: ReadingNode, around: Surroundings): ReadingBlock[] {
  const [title, ...rest] = node.content ?? [];
  if (title?.type !== 'title') return readChildren(node, around);
  // Levels are given in reading order, so the title comes before what it stands above.
  const own = named(heading(title.content, 'story', around), anchorOf(node, 'useCase', around));
  const facts = rest.filter((child) => child.type === 'storyFact' && !isBlank(child)).map(factOf);
  const within = inside(around);
  let number = 0;
  const others = rest
    .filter((child) => child.type !== 'storyFact' && isShown(child))
    .flatMap((child) => {
      if (child.type === 'step') number += 1;
      const blocks = readNode(child, within);
      return child.type === 'step' ? withNumber(blocks, number) : blocks;
    });
  return [...own, ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []), ...others];
}

function withNumber(blocks: ReadingBlock[], number: number): ReadingBlock[] {
  return blocks.map((block, index) =>
    index === 0 && block.type === 'heading' ? { ...block, number } : block,
  );
}

function factOf(node: ReadingNode): { label: string; content: ReadingNode[] } {
  const key = stringAttr(node, 'key');
  const label = storyFactTitles[key as StoryFactKey | StepFactKey] ?? key;
  return { label, content: node.content ?? [] };
}

/** Facts that follow each other are one list. */
function joinFacts(blocks: readonly ReadingBlock[]): ReadingBlock[] {
  const joined: ReadingBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'facts' && last?.type === 'facts')
      joined[joined.length - 1] = { ...last, facts: [...last.facts, ...block.facts] };
    else joined.push(block);
  }
  return joined;
}

/** A step or manual: its title as heading, then what it holds. */
function readItem(node: ReadingNode, role: 'step' | 'manual', around: Surroundings): ReadingBlock[] {
  const [title, ...rest] = node.content ?? [];
  if (title?.type !== 'title') return readChildren(node, around);
  const within = inside(around);
  return [
    ...named(heading(title.content, role, around), anchorOf(node, role, around)),
    ...readChildren(
      { type: node.type, content: rest },
      role === 'manual' ? { ...within, manual: stringAttr(node, 'id') } : within,
    ),
  ];
}

function anchorOf(node: ReadingNode, kind: AnchorKind, { anchors }: Surroundings): string {
  return isBlankTitle(node) ? '' : anchors.take(kind, stringAttr(node, 'id'));
}

/** A heading without words is left out, and its name with it. */
function isBlankTitle(node: ReadingNode): boolean {
  const title = node.type === 'heading' ? node : node.content?.[0];
  return title === undefined || isBlank({ type: 'paragraph', content: title.content ?? [] });
}

function named(blocks: readonly ReadingBlock[], anchor: string): ReadingBlock[] {
  return blocks.map((block) => (block.type === 'heading' ? { ...block, anchor } : block));
}

/** A structural heading one level below where it stands; a blank one would break tagged PDF and is left out. */
function heading(
  content: ReadingNode[] | undefined,
  role: HeadingRole,
  around: Surroundings,
): ReadingBlock[] {
  if (isBlank({ type: 'paragraph', content: content ?? [] })) return [];
  return [headingAt(content ?? [], role, around.levels.next(around.base + 1))];
}

function headingAt(content: ReadingNode[], role: HeadingRole, level: number): ReadingHeading {
  return { type: 'heading', role, level, content, number: 0, anchor: '' };
}

const inside = (around: Surroundings): Surroundings => ({ ...around, base: around.base + 1 });

function readList(node: ReadingNode, kind: ReadingList['kind'], around: Surroundings): ReadingBlock[] {
  const items = (node.content ?? []).map((item) => {
    const revision = revisionOf(item);
    const blocks = readChildren(item, around);
    return { checked: item.attrs?.checked === true, blocks, ...(revision ? { revision } : {}) };
  });
  const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1;
  return [{ type: 'list', kind, start: Number.isInteger(start) ? start : 1, items }];
}
