import type { Heading, List, PhrasingContent, RootContent } from 'mdast';
import { manualSections, type PartKey, partDefinitions, sectionTitle } from '../../narrative/parts';
import {
  type NodeName,
  type RichDoc,
  type RichNode,
  stepFactKeys,
  storyFactKeys,
  stringAttr,
} from '../../narrative/richText';
import { fillSections } from '../fillSections';
import { isPicture } from './annotations';
import { type Marker, parseMarker, stepHeadingPattern } from './dialect';
import { type ItemName, readItemAttrs } from './itemAttrs';
import { readBlock, screenNamed } from './readBlocks';
import { readFacts } from './readFacts';
import { readInlines } from './readInlines';
import type { ReadingContext } from './readingContext';
import { textOf } from './textOf';

const itemOfMarker: Partial<Record<Marker['name'], ItemName>> = {
  question: 'faqItem',
  useCase: 'useCase',
  step: 'step',
  manual: 'manual',
};

const lineNames = ['title', 'faqQuestion', 'storyFact'] as const;

/** Where each kind of line may stand. */
const lineHolders: Record<(typeof lineNames)[number], readonly NodeName[]> = {
  title: ['useCase', 'step', 'manual'],
  faqQuestion: ['faqItem'],
  storyFact: ['useCase', 'step'],
};

/** Builds one part from the Markdown blocks below its heading, in order. */
export class PartReader {
  private readonly root: RichDoc = { type: 'doc', content: [] };
  /** Containers that are open, the part itself first. */
  private readonly open: RichNode[] = [this.root];
  private pending: Marker | null = null;

  constructor(
    readonly part: PartKey,
    private readonly context: ReadingContext,
  ) {}

  read(node: RootContent): void {
    const marker = node.type === 'html' ? parseMarker(node.value) : null;
    const above = this.pending;
    this.pending = marker;
    if (above?.name === 'as' && (!marker || marker.name === 'empty')) this.appendAs(above, node);
    else if (marker) this.obey(marker);
    else if (above?.name === 'text' || above?.name === 'heading' || !this.readStructure(node, above))
      this.append(...readBlock(node, this.context, above));
  }

  /** The part as read, with room for writing wherever nothing stands. */
  finish(): RichDoc {
    this.closeWhile(() => this.open.length > 1);
    const keys = partDefinitions[this.part].sections.map((section) => section.key);
    this.root.content = fillSections(this.root.content ?? [], keys);
    if (this.root.content.length === 0) this.root.content = [{ type: 'paragraph' }];
    return this.root;
  }

  private get top(): RichNode {
    return this.open.at(-1) ?? this.root;
  }

  private append(...nodes: RichNode[]): void {
    this.top.content ??= [];
    this.top.content.push(...nodes);
  }

  private obey(marker: Marker): void {
    const item = itemOfMarker[marker.name];
    if (marker.name === 'section') this.openSection(marker);
    else if (marker.name === 'empty') this.append({ type: 'paragraph' });
    else if (marker.name === 'screen') this.append(...screenNamed(marker));
    else if (marker.name === 'end') this.end(itemOfMarkerWord(marker.word));
    else if (item && marker.data.bare === true) this.openItem(item, marker, []);
  }

  /** True when the block was a heading or list that means more than itself. */
  private readStructure(node: RootContent, above: Marker | null): boolean {
    if (node.type === 'heading') return this.readHeading(node, above);
    if (above?.name === 'section' && above.data.plain !== true) {
      const line = styledLine(this.top, node);
      if (line) this.appendLine(line, 'paragraph');
      return line !== null;
    }
    const facts = node.type === 'list' ? this.readFactList(node) : null;
    if (facts) this.append(...facts);
    return facts !== null;
  }

  /** Facts of a use case stand right below its title, those of a step anywhere in it. */
  private readFactList(list: List): RichNode[] | null {
    if (this.top.type === 'step') return readFacts(list, stepFactKeys, this.context);
    if (this.top.type !== 'useCase' || !this.hasOnlyTitle()) return null;
    return readFacts(list, storyFactKeys, this.context);
  }

  private hasOnlyTitle(): boolean {
    return this.top.content?.length === 1 && this.top.content[0]?.type === 'title';
  }

  private readHeading(node: Heading, above: Marker | null): boolean {
    const sectionAbove = above?.name === 'section' ? stringAttr(this.top, 'key') : '';
    if (sectionAbove === 'heading' && this.part === 'release' && above?.data.plain !== true) {
      this.appendLine(node.children, 'paragraph');
      return true;
    }
    if (sectionAbove !== '' && textOf(node) === sectionTitle(this.part, sectionAbove)) return true;
    const item = (above && itemOfMarker[above.name]) ?? this.itemAt(node.depth);
    if (item && (item !== 'step' || this.open.some((open) => open.type === 'useCase'))) {
      this.openItem(item, above, item === 'step' ? withoutNumber(node.children) : node.children);
      return true;
    }
    return this.openTitledSection(node);
  }

  private itemAt(depth: number): ItemName | null {
    const kind = partDefinitions[this.part].kind;
    if (kind === 'faq' && depth === 3) return 'faqItem';
    if (kind === 'stories') return depth === 2 ? 'useCase' : depth === 3 ? 'step' : null;
    return kind === 'manuals' && depth === 2 ? 'manual' : null;
  }

  /** In parts whose sections have their titles as headings, the heading alone begins one. */
  private openTitledSection(node: Heading): boolean {
    const isManual = this.part === 'manuals';
    if ((this.part !== 'brief' || node.depth !== 2) && (!isManual || node.depth !== 3)) return false;
    const sections = isManual ? manualSections : partDefinitions[this.part].sections;
    const section = sections.find(({ title }) => title === textOf(node).trim());
    if (section) this.openSection({ name: 'section', word: section.key, data: {} });
    return section !== undefined;
  }

  private openSection(marker: Marker): void {
    this.closeWhile((node) => node.type !== 'manual');
    const key = marker.word || stringAttr({ type: 'section', attrs: marker.data }, 'key');
    this.push({ type: 'section', attrs: { key, fixed: marker.data.fixed !== false }, content: [] });
  }

  private openItem(type: ItemName, marker: Marker | null, title: readonly PhrasingContent[]): void {
    this.closeWhile((node) => type !== 'step' || node.type !== 'useCase');
    const data = marker && itemOfMarker[marker.name] === type ? marker.data : {};
    this.push({ type, attrs: readItemAttrs(type, data, this.context), content: [] });
    if (data.bare !== true) this.appendLine(title, type === 'faqItem' ? 'faqQuestion' : 'title');
  }

  private push(node: RichNode): void {
    this.append(node);
    this.open.push(node);
  }

  /** One line of text; pictures in it, which a line cannot hold, follow it. */
  private appendLine(
    children: readonly PhrasingContent[],
    type: 'paragraph' | 'faqQuestion' | 'title',
  ): void {
    const inlines = readInlines(children, this.context);
    this.append({ type, content: inlines.filter((node) => !isPicture(node)) });
    this.append(...inlines.filter(isPicture));
  }

  private appendAs(marker: Marker, node: RootContent): void {
    const blocks = readBlock(node, this.context);
    const [line] = blocks;
    const type = lineNames.find((name) => name === marker.word);
    if (!type || !lineHolders[type].includes(this.top.type) || line?.type !== 'paragraph') {
      this.append(...blocks);
      return;
    }
    const attrs =
      type === 'storyFact' ? { attrs: { key: stringAttr({ type, attrs: marker.data }, 'key') } } : {};
    this.append({ type, ...attrs, content: line.content ?? [] });
  }

  private end(type: RichNode['type'] | null): void {
    if (type === null || !this.open.some((node) => node.type === type)) return;
    this.closeWhile((node) => node.type !== type);
    this.closeTop();
  }

  private closeWhile(test: (node: RichNode) => boolean): void {
    while (this.open.length > 1 && test(this.top)) this.closeTop();
  }

  private closeTop(): void {
    const node = this.open.pop();
    if (!node) return;
    const content = node.content ?? [];
    const hasTitleOnly =
      content.length === 1 && (content[0]?.type === 'title' || content[0]?.type === 'faqQuestion');
    if (content.length === 0 || (hasTitleOnly && (node.type === 'faqItem' || node.type === 'step')))
      node.content = [...content, { type: 'paragraph' }];
    if (node.type === 'manual')
      node.content = fillSections(
        node.content ?? [],
        manualSections.map(({ key }) => key),
      );
  }
}

function itemOfMarkerWord(word: string): RichNode['type'] | null {
  if (word === 'section') return 'section';
  const marker = parseMarker(`<!-- dateline ${word} -->`);
  return (marker && itemOfMarker[marker.name]) ?? null;
}

/** The words of a sub-heading that is wholly italic, or a dateline that is wholly bold. */
function styledLine(section: RichNode, node: RootContent): PhrasingContent[] | null {
  const [only, ...others] = node.type === 'paragraph' ? node.children : [];
  if (!only || others.length > 0) return null;
  const key = stringAttr(section, 'key');
  if (key === 'subheading' && only.type === 'emphasis') return only.children;
  return key === 'dateline' && only.type === 'strong' ? only.children : null;
}

function withoutNumber(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(stepHeadingPattern, '');
  return value === '' ? others : [{ ...first, value }, ...others];
}
