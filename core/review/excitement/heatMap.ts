import type { RichDoc } from '../../narrative/richText';
import type { Anchor } from '../anchor';
import type { TextStretch } from '../findQuote';
import { offsetAt, type PartText } from '../partText';
import { placeAnchor } from '../placeAnchor';
import { type Reaction, reactions } from '../records/excitement';
import { type ReleaseLine, readLines } from './releaseText';

/** How many customers marked something in each way. */
export type ReactionCounts = Readonly<Record<Reaction, number>>;

/** Neighbouring words that the same customers marked. */
export interface HeatStretch {
  text: string;
  counts: ReactionCounts;
}

export interface HeatLine {
  section: string;
  stretches: HeatStretch[];
}

/** What one customer marked in one way. */
export interface CustomerMark {
  customer: string;
  reaction: Reaction;
  anchor: Anchor;
}

/** The release as it is now. Its text has the ids of its characters, where they are known. */
export interface ReleaseNow {
  text: PartText;
  doc: RichDoc;
}

export interface HeatMap {
  lines: HeatLine[];
  /** Marks on words that are no longer there. */
  lost: CustomerMark[];
  /** How many customers marked words of each promise, by its id. */
  promises: ReadonlyMap<string, ReactionCounts>;
}

/** Lays the marks of all customers over the release; each customer counts once at each place. */
export function readHeatMap(release: ReleaseNow, marks: readonly CustomerMark[]): HeatMap {
  const placed: PlacedMark[] = [];
  const lost: CustomerMark[] = [];
  for (const mark of marks) {
    const at = placeOf(release.text, mark.anchor);
    if (at) placed.push({ ...mark, ...at });
    else lost.push(mark);
  }
  const lines = readLines(release.doc);
  const own = new Map(reactions.map((reaction) => [reaction, ownStretches(placed, reaction)]));
  return { lines: heatLines(lines, own), lost, promises: countPromises(lines, own) };
}

type PlacedMark = CustomerMark & TextStretch;

/** What each customer marked in one way, without what overlaps; a list for each customer. */
type OwnStretches = TextStretch[][];

function placeOf(text: PartText, anchor: Anchor): TextStretch | null {
  if (anchor.part !== 'release') return null;
  const placement = placeAnchor(text, anchor);
  if (placement.state === 'orphan') return null;
  const start = offsetAt(text, placement.from, 'after');
  const end = offsetAt(text, placement.to, 'before');
  return start < end ? { start, end } : null;
}

function ownStretches(placed: readonly PlacedMark[], reaction: Reaction): OwnStretches {
  const customers = new Map<string, TextStretch[]>();
  for (const mark of placed) {
    if (mark.reaction !== reaction) continue;
    const { start, end } = mark;
    customers.set(mark.customer, [...(customers.get(mark.customer) ?? []), { start, end }]);
  }
  return [...customers.values()].map(joined);
}

function joined(stretches: readonly TextStretch[]): TextStretch[] {
  const result: TextStretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function heatLines(lines: readonly ReleaseLine[], own: ReadonlyMap<Reaction, OwnStretches>): HeatLine[] {
  const steps = new Map<number, Record<Reaction, number>>();
  const step = (at: number, reaction: Reaction, by: number) => {
    const known = steps.get(at) ?? { ...noReactions };
    known[reaction] += by;
    steps.set(at, known);
  };
  for (const [reaction, customers] of own)
    for (const { start, end } of customers.flat()) {
      step(start, reaction, 1);
      step(end, reaction, -1);
    }
  const edges = [...steps.keys()].sort((a, b) => a - b);
  const counts = { ...noReactions };
  let next = 0;
  /** Counts behind an offset; only ever asked forwards. */
  const countsAt = (offset: number): ReactionCounts => {
    for (let edge = edges[next]; edge !== undefined && edge <= offset; edge = edges[next]) {
      for (const reaction of reactions) counts[reaction] += steps.get(edge)?.[reaction] ?? 0;
      next += 1;
    }
    return { ...counts };
  };
  return lines.map((line) => ({
    section: line.section,
    stretches: stretchesOf(line, { countsAt, edgeAfter: () => edges[next] ?? Number.POSITIVE_INFINITY }),
  }));
}

interface Sweep {
  countsAt: (offset: number) => ReactionCounts;
  /** The next place at which the counts change. */
  edgeAfter: () => number;
}

function stretchesOf({ pieces }: ReleaseLine, { countsAt, edgeAfter }: Sweep): HeatStretch[] {
  const stretches: HeatStretch[] = [];
  for (const { start, end, shown } of pieces) {
    for (let from = start; from < end; ) {
      const counts = countsAt(from);
      const to = Math.min(end, edgeAfter());
      const isWhole = from === start && to === end;
      add(stretches, isWhole ? shown : shown.slice(from - start, to - start), counts);
      from = to;
    }
  }
  return stretches;
}

function add(stretches: HeatStretch[], text: string, counts: ReactionCounts): void {
  const last = stretches.at(-1);
  if (last && reactions.every((reaction) => last.counts[reaction] === counts[reaction])) last.text += text;
  else if (text !== '') stretches.push({ text, counts });
}

/** No customer at all. */
export const noReactions: ReactionCounts = { want: 0, doubt: 0, unclear: 0 };

function countPromises(
  lines: readonly ReleaseLine[],
  own: ReadonlyMap<Reaction, OwnStretches>,
): Map<string, ReactionCounts> {
  const pieces = new Map<string, TextStretch[]>();
  for (const piece of lines.flatMap((line) => line.pieces))
    if (piece.promise !== null) pieces.set(piece.promise, [...(pieces.get(piece.promise) ?? []), piece]);
  const touches = (a: TextStretch, b: TextStretch) => a.start < b.end && b.start < a.end;
  return new Map(
    [...pieces].map(([id, words]) => {
      const count = (reaction: Reaction) =>
        (own.get(reaction) ?? []).filter((marked) =>
          marked.some((stretch) => words.some((piece) => touches(stretch, piece))),
        ).length;
      return [id, { want: count('want'), doubt: count('doubt'), unclear: count('unclear') }];
    }),
  );
}
