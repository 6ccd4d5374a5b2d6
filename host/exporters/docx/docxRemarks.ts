import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ReadingBlock, ReadingPart } from '../../../core/export/reading/readingBlock';
import type { ReadingNode } from '../../../core/export/reading/readingNode';
import { commentKey } from '../../../core/export/review/commentKey';
import {
  type DrawnMessage,
  type DrawnReview,
  type DrawnThread,
  remarkEnds,
} from '../../../core/export/review/drawnReview';
import { printable } from '../../../core/import/printable';
import { directionOf } from './scripts';
import { personName, wholeSeconds } from './trackedChange';
import { type RunContext, writeText } from './writeText';

type Remarked = ReadingNode | ReadingBlock;

/** Writes threads as comments with their replies, and the ranges that they are about. */
export class DocxRemarks {
  private readonly opening = new Map<Remarked, DrawnThread[]>();
  private readonly closing = new Map<Remarked, DrawnThread[]>();
  /** Number of the first comment of each thread; those of its replies follow. */
  private readonly numbers = new Map<string, number>();
  private readonly comments: ICommentOptions[] = [];

  constructor(
    private readonly review: DrawnReview | undefined,
    parts: readonly ReadingPart[],
    private readonly context: RunContext,
  ) {
    if (!review) return;
    for (const [id, { first, last }] of remarkEnds(parts)) {
      const thread = review.threads.get(id);
      if (!thread) continue;
      this.opening.set(first, [...(this.opening.get(first) ?? []), thread]);
      this.closing.set(last, [...(this.closing.get(last) ?? []), thread]);
    }
  }

  /** What is written for a piece of text, or for a block without text, with the ranges that begin and end there. */
  around(place: Remarked, children: ParagraphChild[]): ParagraphChild[] {
    return this.between(this.opening.get(place) ?? [], children, this.closing.get(place) ?? []);
  }

  /** The same for what whole threads are about. */
  aroundAll(ids: readonly string[], children: ParagraphChild[]): ParagraphChild[] {
    const threads = ids.flatMap((id) => this.review?.threads.get(id) ?? []);
    return this.between(threads, children, threads);
  }

  /** Every comment that was written. */
  list(): ICommentOptions[] {
    return this.comments;
  }

  private between(
    opening: readonly DrawnThread[],
    children: ParagraphChild[],
    closing: readonly DrawnThread[],
  ): ParagraphChild[] {
    const starts = opening.flatMap((thread) => this.numbersOf(thread)).map((id) => new CommentRangeStart(id));
    const ends = closing
      .flatMap((thread) => this.numbersOf(thread))
      .flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
      ]);
    return [...starts, ...children, ...ends];
  }

  /** Numbers of the comments of a thread, which are written when they are first asked for. */
  private numbersOf(thread: DrawnThread): number[] {
    const known = this.numbers.get(thread.id);
    const first = known ?? this.comments.length;
    if (known === undefined) {
      this.numbers.set(thread.id, first);
      this.comments.push(
        ...thread.messages.map((message, index) => this.commentOf(thread, message, first + index)),
      );
    }
    return thread.messages.map((_, index) => first + index);
  }

  private commentOf(
    thread: DrawnThread,
    { id, by, at, text }: DrawnMessage,
    number: number,
  ): ICommentOptions {
    const place = thread.messages.findIndex((message) => message.id === id);
    const quote = place === 0 && thread.lostQuote !== '' ? [`“${thread.lostQuote}”`] : [];
    const author = personName(by);
    return {
      id: number,
      author,
      initials: initialsOf(author),
      date: new Date(wholeSeconds(at)),
      parentId: place === 0 ? nobody : number - place,
      resolved: thread.isResolved,
      durableId: commentKey(id),
      children: [...quote, ...text.split('\n')].map((line) => this.toParagraph(printable(line))),
    };
  }

  private toParagraph(line: string): Paragraph {
    const children = writeText(line, { context: this.context, revision: null });
    return new Paragraph({ style: 'CommentText', ...directionOf(line), children });
  }
}

/** The library leaves out what is resolved in a document without replies, so a remark answers nobody by number. */
const nobody = -1;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => [...word][0] ?? '')
    .join('');
