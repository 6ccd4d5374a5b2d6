import type { Heading, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { partDefinitions } from '../../narrative/parts';
import type { Placing } from '../importedNarrative';
import { textOf } from '../markdown/textOf';
import { asksLikeColleague } from './audience';
import { isAskingLine } from './documentSigns';
import { isWholly, paragraphAfter } from './inlines';
import {
  audienceOfTitle,
  audienceWithinTitle,
  hintOfTitle,
  isAppendixTitle,
  type KnownTitle,
  manualSectionOfTitle,
  type Place,
  placeOfTitle,
  saysNoAudience,
} from './knownTitles';
import { type Label, readLabel } from './labels';
import { PlaceKeeper } from './placeKeeper';
import {
  answerLabelLength,
  isGroupTitle,
  isQuestionLine,
  labelledQuestion,
  type QuestionGroup,
  questionLabelLength,
  questionsOfList,
  questionsOfTable,
  shapedQuestion,
} from './questions';
import { guess, type Judgement, type PlacedBlock, sure } from './recognised';
import { isDocumentName, isDocumentNote, isPressMark, titleLine, withoutReleaseLabel } from './titleLines';

const faqParts = ['customerFaq', 'internalFaq'] as const;
type FaqPart = (typeof faqParts)[number];

/**
 * Sorts the blocks of a text that knows nothing of Dateline into parts. Titles, labels and shapes of questions say
 * which part; what belongs to the release is gathered, and gets its sections once all of it is known.
 */
export class ForeignPlacer extends PlaceKeeper {
  private documentName: Heading | null = null;
  private next: RootContent | undefined;
  private index = 0;

  add(node: RootContent, index: number, next: RootContent | undefined): void {
    this.index = index;
    this.next = next;
    if (node.type === 'heading') this.addHeading(node);
    else if (node.type === 'paragraph') this.addParagraph(node);
    else if (node.type === 'list' || node.type === 'table') this.addGroup(node);
    else if (
      node.type === 'blockquote' &&
      this.isBeforeBody() &&
      this.release.hasTitle &&
      !/[“”"„«]/u.test(textOf(node))
    )
      this.setAside(node, 'It is a note above the text.');
    else this.keep(node);
  }

  /** The title that the front matter or page gave; only its name where the text begins with a title of its own. */
  addTitle(title: string, first: RootContent | undefined): void {
    const heading: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
    const isNamed = first?.type === 'paragraph' && isWholly('strong', first.children);
    if (isNamed && titleLine(first, textOf(first), heading)) this.documentName = heading;
    else this.addHeading(heading);
  }

  /** Every placed block, those of one section in the order of the text. */
  finish(placing: Placing): PlacedBlock[] {
    if (this.documentName && !this.release.hasTitle) this.release.takeFirst(this.documentName.children);
    else if (this.documentName) this.setAside(this.documentName, 'It names the document.');
    return [...this.release.finish(placing), ...this.placed];
  }

  private addHeading(node: Heading): void {
    const title = textOf(node);
    const known = placeOfTitle(title);
    if (title.trim() === '') this.keep(node);
    else if (isPressMark(title) && this.isBeforeBody()) this.release.addPressMark(node.children);
    else if (this.isFaq() && this.addFaqHeading(node, title, known)) return;
    else if (known) this.enterKnown(known, node);
    else if (isAppendixTitle(title)) this.leave(node, 'It is laid behind the document.');
    else if (this.asksHere(title, node)) this.addQuestion(node.children);
    else if (this.takesTitle()) this.takeHeading(node, title);
    else if (this.isItemPart() && node.depth > this.depth) this.addItem(node, title);
    else this.addOwnHeading(node, title);
  }

  /** A heading of the author's own: it belongs to where it stands, or hints at a place, or fits nowhere. */
  private addOwnHeading(node: Heading, title: string): void {
    const hint = this.hintOf(title);
    if (hint) this.enterHinted(hint, node, title);
    else if (this.isBeforeBody() && node.depth === 1 && this.release.hasTitle) this.takeTitle(node.children);
    else if (this.takesOwnHeadings(node.depth)) this.keep(node);
    else if (this.isHintedRelease) {
      this.enter({ part: 'release', section: '' }, node.depth - 1, guess('It stands among the release.'));
      this.keep(node);
    } else this.leave(node, 'Its title names no part.');
  }

  /** Topics hint at internal questions only where the text has the form of a release at all. */
  private hintOf(title: string): Place | null {
    const hint = this.isBeforeBody() && !this.release.hasText ? null : hintOfTitle(title);
    const isTopic = hint?.part === 'internalFaq' && !this.signs.hasQuestions && !this.signs.hasDateline;
    return isTopic ? null : hint;
  }

  /** Headings among questions: whose questions follow, a question, or a group of them. False for one that ends them. */
  private addFaqHeading(node: Heading, title: string, known: KnownTitle | null): boolean {
    const isDeeper = node.depth > this.depth;
    const audience = audienceOfTitle(title) ?? audienceWithinTitle(title);
    if (audience && (isDeeper || known === null)) {
      this.enterFaq(audience, this.depth, title);
      return true;
    }
    if (known && (!isDeeper || partDefinitions[known.part].kind === 'faq')) return false;
    if (isQuestionLine(title) || questionLabelLength(title) > 0)
      this.addQuestion(this.withoutQuestionLabel(node.children));
    else if (!isDeeper && !/\b(?:questions|fragen)\b/i.test(title)) return false;
    else if (isGroupTitle(node, this.next))
      this.addPart({ ...node, depth: 2 }, sure('It is a title among the questions.'));
    else this.addQuestion(node.children);
    return true;
  }

  /** A question as a heading in a text that asks in its headings, whether or not it calls itself a FAQ. */
  private asksHere(title: string, node: Heading): boolean {
    if (!this.signs.asksInHeadings || !isQuestionLine(title)) return false;
    this.enterOpenFaq(Math.max(0, node.depth - 1), guess('Its headings ask questions.'));
    return true;
  }

  /** A heading that names the document is its title only where no other comes. */
  private takeHeading(node: Heading, title: string): void {
    const children = withoutReleaseLabel(node.children);
    if (this.documentName !== null || !isDocumentName(title) || children !== node.children)
      this.takeTitle(children);
    else this.documentName = node;
  }

  private takesTitle(): boolean {
    if (this.signs.isManual) return !this.release.hasTitle && this.placed.length === 0;
    if (this.place !== null && this.place.part !== 'release') return false;
    return !this.release.hasTitle && this.isBeforeBody();
  }

  private takesOwnHeadings(depth: number): boolean {
    if (this.place === null) return false;
    const { part, section } = this.place;
    if (depth > this.depth || partDefinitions[part].kind === 'plain' || this.signs.isManual) return true;
    return part === 'release' && (section === '' || this.index < this.signs.lastReleaseTitle);
  }

  private addParagraph(node: Paragraph): void {
    const text = textOf(node);
    const asked = labelledQuestion(node, text);
    if (asked) {
      if (!this.isFaq()) this.enterOpenFaq(this.depth, guess('It begins like a question of a FAQ.'));
      this.addQuestion(asked.question, asked.answer ? [asked.answer] : []);
      return;
    }
    if (this.addLabelled(node)) return;
    if (
      this.signs.asksInLines &&
      isAskingLine(node) &&
      this.place?.part === 'release' &&
      !this.isBeforeBody()
    )
      this.enterOpenFaq(this.depth, guess('It looks like a question of a FAQ.'));
    if (this.isFaq()) this.addToFaq(node, text);
    else if (this.place?.part === 'release') this.addToRelease(node, text);
    else this.keep(node);
  }

  private addToFaq(node: Paragraph, text: string): void {
    const audience = isWholly('strong', node.children) ? audienceOfTitle(text) : null;
    const shape = shapedQuestion(node, text);
    const answer = answerLabelLength(text);
    if (isWholly('strong', node.children) && isAppendixTitle(text))
      this.leave({ ...node, type: 'heading', depth: 2 }, 'Its title names no part.');
    else if (audience) this.enterFaq(audience, this.depth, text);
    else if (answer > 0) this.keep(paragraphAfter(node.children, answer));
    else if (shape) this.addQuestion(shape.question, shape.answer ? [shape.answer] : []);
    else this.keep(node);
  }

  /** A line that names its place: "Subtitle: …", "**Internal FAQ**". False for any other. */
  private addLabelled(node: Paragraph): boolean {
    const label = readLabel(node.children);
    if (!label) return false;
    const { place, rest, isWhole } = label;
    const isLone = isWhole && (isWholly('strong', node.children) || place.section === '');
    const isPart = place.section === '';
    if (this.isFaq() && !(isLone && isPart)) return false;
    if (isPart && !isWhole) return false;
    if (!this.isOpenTo(place, isLone)) return false;
    if (isLone) this.enterKnown(place, { type: 'heading', depth: 6, children: node.children }, this.depth);
    else if (place.part === 'release') this.addReleaseLabel(label, textOf(node));
    else {
      this.enter(place, this.depth, sure(`Its label says so.`));
      if (!isWhole) this.keep({ ...node, children: rest });
    }
    return true;
  }

  /** Labels of sections count only where sections stand. */
  private isOpenTo({ part }: Place, isLone: boolean): boolean {
    if (this.place === null || isLone) return true;
    const here = this.place.part;
    return (
      here === 'release' || here === 'brief' || (part === here && partDefinitions[part].kind === 'sections')
    );
  }

  private addReleaseLabel({ place, rest, isWhole }: Label, text: string): void {
    const label = text.slice(0, text.length - rest.map(textOf).join('').length).replace(/[\s:.–—-]+$/u, '');
    if (this.place?.part !== 'release')
      this.enter({ part: 'release', section: '' }, this.depth, sure('Its label says so.'));
    if (place.section === 'heading' && !isWhole) {
      this.takeTitle(rest);
      return;
    }
    this.release.hintLabel(place, label || text.slice(0, 40));
    if (!isWhole) this.release.add({ type: 'paragraph', children: rest });
  }

  private addToRelease(node: Paragraph, text: string): void {
    const isNote = isDocumentNote(text) && this.isBeforeBody() && !this.release.isHinted;
    if (isNote) this.setAside(node, 'It is about the document itself.');
    else this.release.add(node, this.next);
  }

  /** Lists and tables of questions are taken apart where questions are expected. */
  private addGroup(node: List | Table): void {
    const groups =
      node.type === 'list' ? (this.isFaq() ? questionsOfList(node) : null) : questionsOfTable(node);
    if (!groups) {
      this.keep(node);
      return;
    }
    if (!this.isFaq()) this.enterOpenFaq(this.depth, guess('It is a table of questions and answers.'));
    for (const { question, answer } of groups) this.addQuestion(question, answer);
  }

  private addQuestion(question: PhrasingContent[], answer: QuestionGroup['answer'] = []): void {
    const words = question.map(textOf).join('');
    if (this.isOpenFaq) {
      const isInternal = asksLikeColleague(words);
      this.place = { part: isInternal ? 'internalFaq' : 'customerFaq', section: '' };
      this.addPart(
        { type: 'heading', depth: 3, children: question },
        isInternal
          ? guess('It asks what colleagues ask: money, people, risks, law or technology.')
          : this.judgement,
      );
    } else this.addPart({ type: 'heading', depth: 3, children: question }, this.judgement);
    for (const block of answer) this.keep(block);
  }

  private withoutQuestionLabel(children: PhrasingContent[]): PhrasingContent[] {
    const length = questionLabelLength(children.map(textOf).join(''));
    return length === 0 ? children : paragraphAfter(children, length).children;
  }

  private addItem(node: Heading, title: string): void {
    const section = this.place?.part === 'manuals' ? manualSectionOfTitle(title) : null;
    if (section) {
      this.place = { part: 'manuals', section };
      return;
    }
    if (this.storyDepth === 0 || node.depth < this.storyDepth) this.storyDepth = node.depth;
    const isItem = node.depth <= this.storyDepth;
    const depth = isItem ? 2 : node.depth === this.storyDepth + 1 ? 3 : 4;
    this.keep({ ...node, depth });
  }

  private takeTitle(children: PhrasingContent[]): void {
    this.release.takeTitle(children);
    if (!this.signs.isManual)
      this.enter(
        { part: 'release', section: '' },
        Math.min(1, this.depth || 1),
        sure('It stands below the title.'),
      );
  }

  private enterKnown(known: KnownTitle, node: Heading, depth: number = node.depth): void {
    const title = textOf(node);
    if (partDefinitions[known.part].kind === 'faq') {
      if (known.part === 'customerFaq' && saysNoAudience(title) && !this.signs.namesInternalFaq)
        this.enterOpenFaq(depth, sure(`It stands under “${title}”.`));
      else this.enterFaq(known.part as FaqPart, depth, title);
    } else this.enter(known, depth, sure(`It stands under “${title.replace(/:\s*$/, '')}”.`));
    if (known.part === 'release' && known.section !== '') this.release.hintTitle(known, title);
    if (!known.isExact) this.keepTitle(node);
  }

  private enterHinted(hint: Place, node: Heading, title: string): void {
    const judgement = guess(`It stands under “${title}”.`);
    if (
      hint.part === 'release' &&
      this.place?.part !== 'release' &&
      this.place !== null &&
      node.depth > this.depth
    ) {
      this.keep(node);
      return;
    }
    const isFaqTitle = /\b(?:faqs?|questions|fragen)\b/i.test(title);
    this.enter(hint, node.depth, judgement);
    this.isHintedRelease = hint.part === 'release';
    if (this.isHintedRelease && hint.section !== '') this.release.hintTitle(hint, title);
    if (this.isFaq() && !isFaqTitle) this.addQuestion(node.children);
    else this.keepTitle(node);
  }

  /** A title that says more than its place stays as a heading in it. */
  private keepTitle(node: Heading): void {
    const isItems = this.isItemPart();
    this.keep({ ...node, depth: isItems ? 4 : this.isFaq() ? 2 : 3 });
  }

  private enterFaq(part: FaqPart, depth: number, title: string): void {
    this.enter({ part, section: '' }, depth, sure(`It stands under “${title.replace(/:\s*$/, '')}”.`));
  }

  private enterOpenFaq(depth: number, judgement: Judgement): void {
    this.enter({ part: 'customerFaq', section: '' }, depth, judgement);
    this.isOpenFaq = !this.signs.namesInternalFaq;
  }
}
