import type { Node } from '@tiptap/pm/model';
import { placeName } from '../../../core/facts/placeName';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../../core/narrative/parts';
import { type Anchor, anchorLimits } from '../../../core/review/anchor';
import { findChange } from '../../../core/review/findChange';
import { atomCharacter, type PartText } from '../../../core/review/partText';
import { type Placement, placeAnchor } from '../../../core/review/placeAnchor';
import { type ReviewSuggestion, readSuggestions } from '../../../core/review/readSuggestions';
import { type ReviewThread, readThreads, type ThreadMessage } from '../../../core/review/readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../../../core/review/reviewRecord';
import { changeWords } from './changeWords';
import type { ChangeView, ReviewView, ThreadView } from './reviewView';

export interface ReviewSource {
  records: readonly ReviewRecord[];
  content: NarrativeContent;
  /** A part as it is now; asked for only where something was said about it. */
  partOf: (part: PartKey) => ReviewedPart;
  /** The same as it is shown, where that is a copy with suggestions carried out. */
  shownOf?: (part: PartKey) => ReviewedPart;
}

/** A part as anchors see it, and as a document that changes are placed in. */
export interface ReviewedPart {
  text: PartText;
  node: Node;
}

/** Everything said about a narrative, placed in its text as it is now and in reading order. Nothing is left out. */
export function readReviewView({ records, content, partOf, shownOf = partOf }: ReviewSource): ReviewView {
  const placing = { content, partOf, shownOf };
  const threads = readThreads(records).map((thread) => toThread(thread, placing));
  const open = readSuggestions(records, content.decisions).filter(({ state }) => state === 'open');
  const changes = open.map((suggestion) => toChange(suggestion, placing));
  return { threads: inReadingOrder(threads), changes: inReadingOrder(changes) };
}

type Placing = Required<Pick<ReviewSource, 'content' | 'partOf' | 'shownOf'>>;

function toThread(
  { id, anchor, messages, isResolved }: ReviewThread,
  { content, shownOf }: Placing,
): ThreadView {
  const told = { id, isResolved, begunBy: messages[0]?.by ?? '', messages: messages.map(toMessage) };
  if (!anchor) {
    // Only its replies came; where it stood is not known, and what was said is kept all the same.
    const nowhere = {
      part: 'release' as const,
      place: 'A remark that is not here',
      quote: '',
      isItem: false,
    };
    return { ...told, ...nowhere, placement: { state: 'orphan' } };
  }
  return {
    ...told,
    part: anchor.part,
    place: placeName(content, placeOf(anchor)),
    quote: anchor.quote,
    isItem: anchor.item !== '',
    placement: placeRemark(anchor, shownOf(anchor.part)),
  };
}

const toMessage = ({ id, by, at, text, origin }: ThreadMessage) => ({
  id,
  by: nameOf({ by, origin }),
  at,
  text,
  file: fileWords(origin),
});

/** Who said it; on this machine somebody without a name is the person who sits here. */
function nameOf({ by, origin }: Pick<ReviewRecord, 'by' | 'origin'>): string {
  if (by !== '') return by;
  return origin.kind === 'here' ? 'You' : 'Nobody named';
}

/** The file that it came in, and whether nothing but this file says who wrote it. */
const fileWords = ({ file, isSealed }: ReviewRecord['origin']): string =>
  isSealed === false ? `${file}, merely claimed` : file;

function toChange({ record }: ReviewSuggestion, { content, partOf, shownOf }: Placing): ChangeView {
  const { anchor, change, at, origin } = record;
  return {
    ...changeWords(change),
    id: record.id,
    part: anchor.part,
    place: placeName(content, placeOf(anchor)),
    by: nameOf(record),
    at,
    file: fileWords(origin),
    before: change.kind === 'words' ? wholeWords(anchor.before, /^\S*\s/u, '… ') : '',
    after: change.kind === 'words' ? wholeWords(anchor.after, /\s\S*$/u, ' …') : '',
    placement: placeChange(record, partOf(anchor.part)),
    shown: placeChange(record, shownOf(anchor.part)),
  };
}

/** A remark from a file is known by its words alone, so it is where it was put when these are found. */
function placeRemark(anchor: Anchor, { text }: ReviewedPart): Placement {
  const placement = placeAnchor(text, anchor);
  const hasMoved = anchor.from !== null || anchor.to !== null;
  return placement.state === 'found' && !hasMoved ? { ...placement, state: 'exact' } : placement;
}

/** Where a change would be made; nowhere when the text there is no longer what was read then. */
function placeChange(record: ReviewRecordOf<'suggestion'>, { node, text }: ReviewedPart): Placement {
  const found = findChange(node, text, record);
  return found ? { state: 'exact', from: found.from, to: found.to } : { state: 'orphan' };
}

/** What stands around a change, cut between words; what has no letters stands there as one sign that no font has. */
function wholeWords(around: string, cut: RegExp, sign: string): string {
  const words = around.replaceAll(atomCharacter, ' ');
  return around.length < anchorLimits.context ? words : words.replace(cut, sign);
}

/** The outline names a section of a manual behind the manual. */
const placeOf = ({ part, section }: Anchor) => ({ part, section: section.split('/').at(-1) ?? '' });

function inReadingOrder<T extends ThreadView | ChangeView>(remarks: readonly T[]): T[] {
  const position = ({ placement }: T) =>
    placement.state === 'orphan' ? Number.POSITIVE_INFINITY : placement.from;
  return remarks.toSorted(
    (a, b) =>
      partKeys.indexOf(a.part) - partKeys.indexOf(b.part) || comparePositions(position(a), position(b)),
  );
}

/** Infinity is no less than itself, and their difference is no number. */
const comparePositions = (a: number, b: number): number => (a === b ? 0 : a - b);
