import { printable } from '../../import/printable';
import { mapBlocks } from '../reading/mapBlocks';
import type { ReadingPart } from '../reading/readingBlock';
import { type ReadingNode, remarkIds } from '../reading/readingNode';
import { type DrawnReview, type DrawnThread, remarkEnds } from '../review/drawnReview';
import { longDate } from '../stamp';

/** A thread as the pages list it. */
export interface PdfComment {
  /** What leads to it from the text, and what it is called: "C3". */
  name: string;
  anchor: string;
  part: string;
  /** The words it is about; '' where it is about a part as a whole. */
  quote: string;
  isLost: boolean;
  isResolved: boolean;
  messages: { by: string; day: string; lines: string[] }[];
}

/** Longest quote that is printed; the words themselves stand in the text. */
const quoteLimit = 160;

/** Parts with the name of each thread behind its words, and the threads in the order that readers meet them. */
export function numberComments<P extends ReadingPart>(
  parts: readonly P[],
  review: DrawnReview,
): { parts: (P & { comments: string[] })[]; comments: PdfComment[] } {
  const comments: PdfComment[] = [];
  const name = (id: string, part: ReadingPart, quote: string): string => {
    const thread = review.threads.get(id);
    if (!thread) return '';
    const called = `C${comments.length + 1}`;
    comments.push(toComment(thread, { called, part, quote }));
    return called;
  };
  const numbered = parts.map((part) => {
    const ends = remarkEnds([part]);
    const quotes = quotesIn(part);
    // What is about no words of its own stands at the part's beginning, as what is about a picture does.
    const whole = [...ends].filter(([, { last }]) => !isText(last)).map(([id]) => id);
    const names = [...part.remarks, ...whole].map((id) => name(id, part, ''));
    const named = new Map<unknown, ReadingNode[]>();
    for (const [id, { last }] of ends) {
      if (!isText(last)) continue;
      const called = name(id, part, quotes.get(id) ?? '');
      if (called !== '') named.set(last, [...(named.get(last) ?? []), toReference(called)]);
    }
    const inlines = (nodes: ReadingNode[]) => nodes.flatMap((node) => [node, ...(named.get(node) ?? [])]);
    return { ...part, blocks: mapBlocks(part.blocks, { inlines }), comments: names.filter(Boolean) };
  });
  return { parts: numbered, comments };
}

const isText = (place: object): boolean =>
  'text' in place && typeof place.text === 'string' && !('role' in place);

function quotesIn({ blocks }: ReadingPart): Map<string, string> {
  const quotes = new Map<string, string>();
  mapBlocks(blocks, {
    inlines: (nodes) => {
      for (const node of nodes)
        for (const id of remarkIds(node)) quotes.set(id, `${quotes.get(id) ?? ''}${node.text ?? ' '}`);
      return nodes;
    },
  });
  return quotes;
}

const anchorOf = (called: string): string => `comment-${called}`;

function toReference(called: string): ReadingNode {
  const attrs = { href: `#${anchorOf(called)}`, isReference: true, isComment: true };
  return { type: 'text', text: called, marks: [{ type: 'link', attrs }] };
}

function toComment(
  { isResolved, lostQuote, messages }: DrawnThread,
  { called, part, quote }: { called: string; part: ReadingPart; quote: string },
): PdfComment {
  const words = printable(lostQuote || quote);
  return {
    name: called,
    anchor: anchorOf(called),
    part: part.title,
    quote: words.length > quoteLimit ? `${words.slice(0, quoteLimit - 1)}…` : words,
    isLost: lostQuote !== '',
    isResolved,
    messages: messages.map(({ by, at, text }) => ({
      by: printable(by),
      day: longDate(at),
      lines: printable(text).split('\n'),
    })),
  };
}
