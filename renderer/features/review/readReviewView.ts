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
import { askedQuestion } from './askedQuestion';
import { changeWords } from './changeWords';
import type { ChangeView, ReviewView, ThreadView } from './reviewView';
import { withRivals } from './withRivals';

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
  const all = readSuggestions(records, content.decisions).map((suggestion) => toChange(suggestion, placing));
  const changes = withRivals(inReadingOrder(all.filter(({ state }) => state === 'open')));
  const decided = all.filter(({ state, replies }) => isTold(state, replies.length));
  return { threads: inReadingOrder(threads), changes, decided };
}

/** What its own author took back is told only where somebody answered it. */
const isTold = (state: ChangeView['state'], replies: number): boolean =>
  state === 'accepted' || state === 'rejected' || (state === 'withdrawn' && replies > 0);

type Placing = Required<Pick<ReviewSource, 'content' | 'partOf' | 'shownOf'>>;

function toThread(
  { id, anchor, messages, isResolved }: ReviewThread,
  { content, partOf, shownOf }: Placing,
): ThreadView {
  const question = askedQuestion(messages, { content, partOf });
  const told = {
    id,
    isResolved,
    begunBy: messages[0]?.by ?? '',
    messages: messages.map(toMessage),
    question,
  };
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
  source: sourceWords(origin),
});

/** The way it came, for people, and whether nothing but that says who wrote it; '' for what was written here. */
function sourceWords({ kind, file, isSealed }: ReviewRecord['origin']): string {
  const way = kind === 'packet' ? 'by packet' : file && `in ${file}`;
  return isSealed === false ? `${way}, merely claimed` : way;
}

/** Who said it; on this machine somebody without a name is the person who sits here. */
function nameOf({ by, origin }: Pick<ReviewRecord, 'by' | 'origin'>): string {
  if (by !== '') return by;
  return origin.kind === 'here' ? 'You' : 'Nobody named';
}

function toChange(
  { record, state, decision, replies }: ReviewSuggestion,
  { content, partOf, shownOf }: Placing,
): ChangeView {
  const { anchor, change, at, origin } = record;
  const isOpen = state === 'open';
  const placement = isOpen ? placeChange(record, partOf(anchor.part)) : nowhere;
  return {
    ...changeWords(change),
    id: record.id,
    state,
    decided: decision && { by: decision.by === '' ? 'You' : decision.by, at: decision.at },
    replies: replies.map(toMessage),
    rivals: [],
    thereNow: isOpen && placement.state === 'orphan' ? wordsThere(anchor, partOf(anchor.part)) : '',
    part: anchor.part,
    place: placeName(content, placeOf(anchor)),
    by: nameOf(record),
    at,
    source: sourceWords(origin),
    before: change.kind === 'words' ? wholeWords(anchor.before, /^\S*\s/u, '… ') : '',
    after: change.kind === 'words' ? wholeWords(anchor.after, /\s\S*$/u, ' …') : '',
    placement,
    shown: isOpen ? placeChange(record, shownOf(anchor.part)) : nowhere,
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

const nowhere: Placement = { state: 'orphan' };

/** What stands where a change was to be made; '' where that place is gone. */
function wordsThere(anchor: Anchor, { text, node }: ReviewedPart): string {
  const place = placeAnchor(text, anchor);
  if (place.state === 'orphan') return '';
  return node
    .textBetween(place.from, Math.min(place.to, node.content.size), '\n', ' ')
    .slice(0, anchorLimits.quote);
}

/** What stands around a change in its own line, cut between words; what has no letters stands there as one sign that no font has. */
function wholeWords(around: string, cut: RegExp, sign: string): string {
  const line = sign === ' …' ? around.split('\n')[0] : around.split('\n').at(-1);
  const words = (line ?? '').replaceAll(atomCharacter, ' ');
  if (words.length < around.length) return words;
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
