import type { Heading, Html, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import { formatMarker } from '../markdown/dialect';
import { textOf } from '../markdown/textOf';
import { type Place, placeOfTitle } from './knownTitles';
import { leadingLabel, questionPrefix, splitDateline, withoutLeadingText } from './lineShapes';

/** Sorts the blocks of a text that knows nothing of Dateline into parts, in the form our own Markdown has. */
export class ForeignPlacer {
  /** Blocks of parts that have fixed sections, by part and section. */
  readonly sections = new Map<string, RootContent[]>();
  /** Blocks of the other parts, in order. */
  readonly parts = new Map<PartKey, RootContent[]>();
  readonly unplaced: RootContent[] = [];
  readonly doubts = new Set<string>();
  private place: Place | null = null;
  /** Depth of the heading that chose the place; deeper headings belong to it. */
  private depth = 0;
  private hasTitle = false;
  private storyDepth = 0;

  add(node: RootContent): void {
    if (node.type === 'heading') this.addHeading(node);
    else if (node.type === 'paragraph') this.addParagraph(node);
    else this.keep(node);
  }

  /** The title that the front matter gave, for texts without a heading of their own. */
  addTitle(title: string): void {
    this.takeTitle([{ type: 'text', value: title }]);
  }

  private addHeading(node: Heading): void {
    const title = textOf(node);
    const known = placeOfTitle(title);
    if (known && !this.isInsideFaq(node, known)) this.enter(this.second(known), node.depth);
    else if (this.isFaq() && (node.depth > this.depth || /\?\W*$/.test(title)))
      this.addQuestion(node.children);
    else if (!this.hasTitle && (node.depth <= 2 || this.place === null))
      this.takeTitle(withoutReleaseLabel(node));
    else if (this.isItemPart() && node.depth > this.depth) this.addItem(node);
    else {
      if (!this.takesOwnHeadings(node.depth)) this.place = null;
      this.keep(node);
    }
  }

  /** Deeper headings belong to where they stand; so do all in a part that the author orders alone. */
  private takesOwnHeadings(depth: number): boolean {
    if (this.place === null) return false;
    return depth > this.depth || this.isLead() || partDefinitions[this.place.part].kind === 'plain';
  }

  /** A question such as "Summary" cannot end a FAQ when it stands deeper than the FAQ's own heading. */
  private isInsideFaq(node: Heading, known: Place): boolean {
    return this.isFaq() && node.depth > this.depth && known.section !== '';
  }

  private addParagraph(node: Paragraph): void {
    const question = questionPrefix(node);
    if (question === 'question') {
      if (!this.isFaq()) this.enter({ part: 'customerFaq', section: '' }, this.depth);
      this.addQuestion(withoutLeadingText(node, /^\s*(?:q(?:uestion)?\s*\d*|\d{1,3})\s*[:.)]\s*/i).children);
    } else if (question === 'answer' && this.isFaq()) {
      this.keep(withoutLeadingText(node, /^\s*a(?:nswer)?\s*\d*\s*[:.)]\s*/i));
    } else {
      const bold = this.isFaq() ? boldLine(node) : null;
      if (bold) this.addQuestion(bold);
      else this.addText(node);
    }
  }

  private addText(node: Paragraph): void {
    const label = leadingLabel(node);
    const known = label && !this.isFaq() ? placeOfTitle(label.name) : null;
    if (label && known && (known.section !== '' || label.rest.length === 0)) {
      this.enter(this.second(known), this.depth);
      if (label.rest.length > 0) this.keep({ ...node, children: label.rest });
    } else if (this.isLead()) this.addLead(node);
    else this.keep(node);
  }

  /** The first words under the title: a slanted line is the sub-heading, a place and date is the dateline. */
  private addLead(node: Paragraph): void {
    const [only, ...others] = node.children;
    if (only?.type === 'emphasis' && others.length === 0 && !this.sections.has('release subheading')) {
      this.put({ part: 'release', section: 'subheading' }, { ...node, children: only.children });
      return;
    }
    const split = splitDateline(node);
    if (split) this.put({ part: 'release', section: 'dateline' }, split.dateline);
    const rest = split?.rest ?? node;
    if (this.sections.has('release summary'))
      this.doubts.add(
        'Paragraphs under the heading had no titles of their own, so they are all in the summary. Which is problem, which solution?',
      );
    if (rest.children.length > 0) this.put({ part: 'release', section: 'summary' }, rest);
  }

  private addQuestion(children: PhrasingContent[]): void {
    this.keep({ type: 'heading', depth: 3, children });
  }

  private addItem(node: Heading): void {
    if (this.storyDepth === 0 || node.depth < this.storyDepth) this.storyDepth = node.depth;
    const isItem = node.depth <= this.storyDepth;
    const depth = isItem ? 2 : node.depth === this.storyDepth + 1 ? 3 : 4;
    this.keep({ ...node, depth });
  }

  private takeTitle(children: PhrasingContent[]): void {
    this.hasTitle = true;
    this.put({ part: 'release', section: 'heading' }, { type: 'paragraph', children });
    this.enter({ part: 'release', section: '' }, 1);
  }

  private enter(place: Place, depth: number): void {
    this.place = place;
    this.depth = depth;
    this.storyDepth = 0;
    if (place.section === 'heading') this.hasTitle = true;
  }

  /** A second "Quote" is the customer's. */
  private second(place: Place): Place {
    const isTaken = place.section === 'leaderQuote' && this.sections.has('release leaderQuote');
    return isTaken ? { part: 'release', section: 'customerQuote' } : place;
  }

  private isFaq(): boolean {
    return this.place !== null && partDefinitions[this.place.part].kind === 'faq';
  }

  private isItemPart(): boolean {
    const kind = this.place === null ? null : partDefinitions[this.place.part].kind;
    return kind === 'stories' || kind === 'manuals';
  }

  private isLead(): boolean {
    return this.place?.part === 'release' && this.place.section === '';
  }

  private keep(node: RootContent): void {
    if (this.place === null) this.unplaced.push(node);
    else this.put(this.place, node);
  }

  private put({ part, section }: Place, node: RootContent): void {
    if (partDefinitions[part].kind !== 'sections') {
      addTo(this.parts, part, node);
      return;
    }
    addTo(this.sections, `${part} ${section || (part === 'release' ? 'summary' : 'customer')}`, node);
  }
}

function addTo<K>(lists: Map<K, RootContent[]>, key: K, node: RootContent): void {
  const list = lists.get(key);
  if (list) list.push(node);
  else lists.set(key, [node]);
}

/** The comment and blocks of each section that got any, in the order of the part's sections. */
export function sectionBlocks(placer: ForeignPlacer, part: PartKey): RootContent[] {
  return partDefinitions[part].sections.flatMap(({ key }) => {
    const blocks = placer.sections.get(`${part} ${key}`);
    const marker: Html = { type: 'html', value: formatMarker('section', key, { plain: true }) };
    return blocks ? [marker, ...blocks] : [];
  });
}

/** The words of a paragraph that is wholly bold, as many write their questions. */
function boldLine({ children: [only, ...others] }: Paragraph): PhrasingContent[] | null {
  return only?.type === 'strong' && others.length === 0 ? only.children : null;
}

/** "Press release: Osterby launches Fairmend" is the title behind its label. */
function withoutReleaseLabel(node: Heading): PhrasingContent[] {
  const paragraph: Paragraph = { type: 'paragraph', children: node.children };
  return withoutLeadingText(paragraph, /^\s*(?:press release|title|headline|pr\s*[/-]?\s*faq)\s*[:–—-]\s+/i)
    .children;
}
