import type { Heading, Html, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { formatMarker, type MarkerName, partOfTitle, stepHeading } from '../../import/markdown/dialect';
import { type PartKey, partDefinitions, sectionTitle } from '../../narrative/parts';
import { isBlank, plainText } from '../../narrative/plainText';
import {
  type RichNode,
  type StepFactKey,
  type StoryFactKey,
  stepFactKeys,
  storyFactKeys,
  storyFactTitles,
  stringAttr,
} from '../../narrative/richText';
import type { PreparedPart } from '../prepareParts';
import type { AnchorKind } from '../thread/anchors';
import { writeAnchor } from './writeAnchor';
import { emptyParagraph, idsOfHeading, isBlock, writeBlock } from './writeBlocks';
import { factsAt, writeFacts } from './writeFacts';
import { writeInlines } from './writeInlines';
import { isStyledSection, writeRelease } from './writeRelease';
import type { WritingContext } from './writingContext';

/** A part from its heading to its last block. */
export function writePart(part: PreparedPart, context: WritingContext): RootContent[] {
  const title: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: part.title }] };
  return [title, ...writeChildren(part.doc, part.doc.content ?? [], context)];
}

/** Nodes that hold blocks and stay open until something closes them. */
const containers = {
  section: 'section',
  faqItem: 'question',
  useCase: 'useCase',
  step: 'step',
  manual: 'manual',
} as const satisfies Partial<Record<RichNode['type'], MarkerName>>;
type ContainerName = keyof typeof containers;

const isContainer = (node: RichNode | undefined): node is RichNode & { type: ContainerName } =>
  node !== undefined && Object.hasOwn(containers, node.type);

function writeChildren(
  parent: RichNode,
  children: readonly RichNode[],
  context: WritingContext,
): RootContent[] {
  let stepNumber = 0;
  return children.flatMap((child, index) => {
    if (child.type === 'step') stepNumber += 1;
    if (parent.type === 'step' && isStepFact(child)) {
      const isFirst = !isStepFact(children[index - 1]);
      return isFirst ? writeFacts(factsAt(children, index, stepFactKeys), context) : [];
    }
    const before = children[index - 1];
    const closing = isContainer(before) && needsClosing(before, child) ? [closingOf(before)] : [];
    return [...closing, ...writeChild({ child, parent, stepNumber }, context)];
  });
}

const isStepFact = (node: RichNode | undefined) =>
  node !== undefined && factsAt([node], 0, stepFactKeys).length > 0;

/** An item is closed by the next item of its kind; anything else would be read as standing inside of it. */
function needsClosing(before: RichNode, next: RichNode): boolean {
  return !isContainer(next) || (before.type === 'manual' && next.type === 'section');
}

const closingOf = (node: RichNode & { type: ContainerName }): Html =>
  comment(formatMarker('end', containers[node.type]));

interface Child {
  child: RichNode;
  parent: RichNode;
  stepNumber: number;
}

function writeChild({ child, parent, stepNumber }: Child, context: WritingContext): RootContent[] {
  switch (child.type) {
    case 'section':
      return writeSection(child, parent, context);
    case 'faqItem':
    case 'useCase':
    case 'manual':
    case 'step':
      return writeItem(child, stepNumber, context);
    case 'faqQuestion':
    case 'title':
    case 'storyFact':
      return writeAs(child, context);
    default:
      return writeText(child, parent, context);
  }
}

function stepTitle(number: number, title: PhrasingContent[]): PhrasingContent[] {
  const name = stepHeading(number);
  return title.length === 0 ? [text(name)] : [text(`${name}: `), ...title];
}

function writeSection(node: RichNode, parent: RichNode, context: WritingContext): RootContent[] {
  const key = stringAttr(node, 'key');
  const isPlainKey = /^[a-zA-Z]\w{0,60}$/.test(key);
  const release = context.part === 'release' ? writeRelease(node, context) : null;
  const data = {
    ...(isPlainKey ? {} : { key }),
    ...(node.attrs?.fixed === true ? {} : { fixed: false }),
    ...(context.part === 'release' && !release && isStyledSection(node) ? { plain: true } : {}),
  };
  const marker = comment(formatMarker('section', isPlainKey ? key : '', data));
  if (release) return [marker, ...release];
  const title = sectionTitle(context.part, key);
  const isTitled = context.part !== 'release' && title !== key;
  const depth = parent.type === 'manual' ? 3 : 2;
  return [
    marker,
    ...(isTitled ? [heading(depth, [text(title)])] : []),
    ...writeRest(node, node.content ?? [], context),
  ];
}

/** An item whose first node is its title has it as heading; any other shape is spelled out in comments. */
function writeItem(node: RichNode, stepNumber: number, context: WritingContext): RootContent[] {
  const [first, ...others] = node.content ?? [];
  const hasTitle = first?.type === (node.type === 'faqItem' ? 'faqQuestion' : 'title');
  const marker = comment(
    formatMarker(containers[node.type as ContainerName], '', {
      ...usedAttrs(node),
      ...(hasTitle ? {} : { bare: true }),
    }),
  );
  if (!hasTitle) return [marker, ...writeRest(node, node.content ?? [], context)];
  const words = writeInlines(first.content ?? [], context, 'line');
  const title = node.type === 'step' ? stepTitle(stepNumber, words) : words;
  const depth = node.type === 'faqItem' || node.type === 'step' ? 3 : 2;
  const facts = node.type === 'useCase' ? factsAt(others, 0, storyFactKeys) : [];
  const rest = others.slice(facts.length);
  const head = heading(depth, [...title, ...nameOf(node, first, context)]);
  return [marker, head, ...writeFacts(facts, context), ...writeRest(node, rest, context)];
}

const anchorKinds: Partial<Record<RichNode['type'], AnchorKind>> = {
  faqItem: 'faq',
  step: 'step',
  useCase: 'useCase',
};

function nameOf(item: RichNode, title: RichNode, { anchors }: WritingContext): PhrasingContent[] {
  const kind = anchorKinds[item.type];
  if (!kind || isBlank({ type: 'paragraph', content: title.content ?? [] })) return [];
  return writeAnchor(anchors.take(kind, stringAttr(item, 'id')));
}

/** A container's blocks. A single empty paragraph needs no word: reading puts one wherever nothing stands. */
function writeRest(node: RichNode, children: readonly RichNode[], context: WritingContext): RootContent[] {
  const [only] = children;
  const isJustRoom = children.length === 1 && only?.type === 'paragraph' && isEmpty(only);
  const isFilledOnReading = node.type !== 'useCase' && node.type !== 'manual';
  return isJustRoom && isFilledOnReading ? [] : writeChildren(node, children, context);
}

const isEmpty = (node: RichNode) => (node.content ?? []).length === 0;

function usedAttrs(node: RichNode): Record<string, unknown> {
  const attrs = Object.entries(node.attrs ?? {});
  return Object.fromEntries(
    attrs.filter(([name, value]) => name === 'id' || (value !== '' && value !== null && value !== 'open')),
  );
}

/** A title, question or fact where none is expected. */
function writeAs(node: RichNode, context: WritingContext): RootContent[] {
  const marker = comment(formatMarker('as', node.type, node.attrs ?? {}));
  const children = writeInlines(node.content ?? [], context);
  const paragraph: Paragraph = { type: 'paragraph', children };
  return [marker, children.length === 0 ? emptyParagraph() : paragraph];
}

function writeText(node: RichNode, parent: RichNode, context: WritingContext): RootContent[] {
  if (!isBlock(node)) throw new Error(`A ${node.type} cannot stand in a ${parent.type}.`);
  const blocks = writeBlock(node, context);
  if (node.type === 'heading' && idsOfHeading(node)) return blocks;
  return looksLikeStructure(node, parent, context.part) ? [comment(formatMarker('text')), ...blocks] : blocks;
}

/** True for a block that would be read as the start of a part, section or item, or as facts. */
function looksLikeStructure(node: RichNode, parent: RichNode, part: PartKey): boolean {
  if (node.type === 'bulletList')
    return parent.type === 'useCase' || (parent.type === 'step' && saysFacts(node));
  if (node.type !== 'heading') return false;
  const level = node.attrs?.level;
  const kind = partDefinitions[part].kind;
  if (level === 1) return partOfTitle(plainText(node)) !== null;
  if (kind === 'faq') return level === 3;
  if (kind === 'stories') return level === 2 || level === 3;
  if (kind === 'manuals') return level === 2 || level === 3;
  return part === 'brief' && level === 2 && !isBlank(node);
}

/** Its first item begins as a fact of a step does. */
function saysFacts(list: RichNode): boolean {
  const [item] = list.content ?? [];
  const words = item ? plainText(item) : '';
  return stepFactKeys.some((key: StepFactKey | StoryFactKey) => words.startsWith(`${storyFactTitles[key]}:`));
}

function heading(depth: 2 | 3, children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const comment = (value: string): Html => ({ type: 'html', value });
