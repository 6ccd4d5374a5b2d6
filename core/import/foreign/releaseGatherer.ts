import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Placing } from '../importedNarrative';
import { textOf } from '../markdown/textOf';
import { readDateline } from './datelines';
import type { DocumentSigns } from './documentSigns';
import { isWholly, paragraphAfter, paragraphBefore } from './inlines';
import type { KnownTitle } from './knownTitles';
import { placeRelease } from './placeRelease';
import { placeTold } from './placeTold';
import type { PlacedBlock } from './recognised';
import { type ReleaseBlock, type ReleaseHint, wordsOf } from './releaseBlock';
import { namesInRelease } from './releaseNames';
import { isPressMark, titleLine, withoutReleaseLabel } from './titleLines';
import type { ReleaseKey } from './words/releaseTitles';

/** A dateline further down is a date in the text. */
const mostBeforeDateline = 14;

/** Gathers the blocks of the release until all of it is known, with what titles and labels say about each. */
export class ReleaseGatherer {
  private readonly blocks: ReleaseBlock[] = [];
  private title = '';
  private hint: ReleaseHint | null = null;

  constructor(private readonly signs: DocumentSigns) {}

  finish(placing: Placing): PlacedBlock[] {
    if (placing === 'told' || !this.isRelease()) return placeTold(this.blocks);
    return placeRelease(this.blocks, namesInRelease(this.title, this.blocks));
  }

  get hasTitle(): boolean {
    return this.title !== '';
  }

  get isHinted(): boolean {
    return this.hint !== null;
  }

  /** True until the first running text. */
  get isBeforeBody(): boolean {
    const texts = this.blocks.filter(
      ({ node, hint }) => node.type !== 'heading' && hint?.sections[0] !== 'heading',
    );
    return texts.length < 4 && !texts.some(({ text, hint }) => text.length > 120 || isBodyHint(hint));
  }

  /** True once anything but titles and a slanted line stands in it. */
  get hasText(): boolean {
    return this.blocks.some(
      ({ node, hint }) =>
        node.type !== 'heading' &&
        hint?.sections[0] !== 'heading' &&
        !(node.type === 'paragraph' && isWholly('emphasis', node.children)),
    );
  }

  takeTitle(children: PhrasingContent[]): void {
    this.blocks.push(titleBlock(children));
    this.title ||= children.map(textOf).join('');
    this.hint = null;
  }

  /** Puts the title of a text that has no better one above all of it. */
  takeFirst(children: PhrasingContent[]): void {
    this.blocks.unshift(titleBlock(children));
    this.title = children.map(textOf).join('');
  }

  /** "For immediate release" stands with the dateline, whatever follows it. */
  addPressMark(children: PhrasingContent[]): void {
    const text = children.map(textOf).join('');
    const hint: ReleaseHint = { sections: ['dateline'], kind: 'label', words: text };
    this.blocks.push({ node: { type: 'paragraph', children }, text, hint, isDateline: false });
  }

  /** What follows has no title or label of its own any more. */
  forgetHint(): void {
    this.hint = null;
  }

  /** A title of a section holds for all below it. */
  hintTitle(place: { section: string; isOpenQuote?: boolean }, words: string): void {
    this.hint = { sections: sectionsOf(place), kind: 'title', words };
  }

  /** A label holds for its own line, and a little for what comes after. */
  hintLabel(place: KnownTitle, words: string): void {
    this.hint = { sections: sectionsOf(place), kind: 'label', words };
  }

  add(node: RootContent, next?: RootContent): void {
    const text = wordsOf(node);
    if (node.type === 'paragraph' && isPressMark(text) && this.isBeforeBody) this.addPressMark(node.children);
    else if (node.type === 'paragraph' && this.takesDateline(text)) this.splitDateline(node, text);
    else if (node.type === 'paragraph' && this.takesTitleLine(node, text, next))
      this.takeTitle(withoutReleaseLabel(node.children));
    else this.push(node, text);
  }

  /** A post on a company's own pages has none of a release's form, and is left in one piece. */
  private isRelease(): boolean {
    const isHinted = this.blocks.some(({ hint }) => hint !== null && hint.sections[0] !== 'heading');
    return isHinted || this.signs.hasDateline || this.signs.hasQuestions || this.signs.hasQuotes;
  }

  private push(node: RootContent, text: string): void {
    this.blocks.push({ node, text, hint: this.hint, isDateline: false });
    if (this.hint?.kind === 'label') this.hint = { ...this.hint, kind: 'afterLabel' };
  }

  private takesTitleLine(node: Paragraph, text: string, next: RootContent | undefined): boolean {
    return (
      this.title === '' &&
      this.hint === null &&
      this.blocks.every(({ text: before }) => isPressMark(before)) &&
      titleLine(node, text, next)
    );
  }

  private takesDateline(text: string): boolean {
    if (this.blocks.length > mostBeforeDateline || this.blocks.some(({ isDateline }) => isDateline))
      return false;
    const shape = readDateline(text);
    return shape !== null && (shape.hasDate || (!this.signs.hasDateline && this.isBeforeBody));
  }

  private splitDateline({ children }: Paragraph, text: string): void {
    const { end, next } = readDateline(text) ?? { end: 0, next: 0 };
    const dateline = paragraphBefore(children, end);
    this.blocks.push({ node: dateline, text: textOf(dateline), hint: null, isDateline: true });
    if (this.hint?.sections[0] === 'dateline') this.hint = null;
    const rest = paragraphAfter(children, next);
    if (textOf(rest).trim() !== '') this.push(rest, textOf(rest));
  }
}

/** True for a title or label of a section that comes after title, sub-heading and dateline. */
const isBodyHint = (hint: ReleaseHint | null): boolean =>
  hint !== null && !hint.sections.some((key) => key === 'subheading' || key === 'dateline');

function titleBlock(children: PhrasingContent[]): ReleaseBlock {
  const text = children.map(textOf).join('');
  const hint: ReleaseHint = { sections: ['heading'], kind: 'label', words: text };
  return { node: { type: 'paragraph', children }, text, hint, isDateline: false };
}

function sectionsOf({ section, isOpenQuote }: { section: string; isOpenQuote?: boolean }): ReleaseKey[] {
  return isOpenQuote === true ? ['leaderQuote', 'customerQuote'] : [section as ReleaseKey];
}
