import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartState, partState } from '../../narrative/partState';
import { type PartKey, partKeys } from '../../narrative/parts';
import { byTime } from '../readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import { createVersionReader } from './partVersion';
import { isProven, readSignOffs, type SignOff } from './readSignOffs';

/** What no longer fits the text: that it was reviewed, or that it was signed, for which draft. */
export interface Lapse {
  of: 'signed' | 'reviewed';
  draft: number;
}

/** Where one part stands in its review. */
export interface PartReview {
  part: PartKey;
  state: PartState;
  /** Who said so; null where nobody's word is kept, as for states that came with a file. */
  given: ReviewRecordOf<'stateChange'> | null;
  /** Who called it ready with something open, and why; null once it was drafted again, and where nothing was open. */
  overruled: ReviewRecordOf<'stateChange'> | null;
  signOffs: readonly SignOff[];
  /** What the text was changed after, a signature first; null while nothing lapsed. */
  lapse: Lapse | null;
  /** True where the part was reviewed and says something else by now. */
  isChangedSinceReview: boolean;
}

export type PartReviews = Readonly<Record<PartKey, PartReview>>;

/** Where every part stands: its state as it was given, who signed it, and what its text has outlived. */
export function readPartReviews(
  records: readonly ReviewRecord[],
  content: NarrativeContent,
  readVersion = createVersionReader(),
): PartReviews {
  const versionOf = (part: PartKey): string => readVersion(content, part);
  const signOffs = readSignOffs(records, content, versionOf);
  // What a copy tells is about the states of the copy, which do not come along with it.
  const changes = records
    .filter((record) => record.kind === 'stateChange')
    .filter(({ origin }) => origin.kind === 'here')
    .sort(byTime);
  const reviews = partKeys.map((part): [PartKey, PartReview] => {
    const state = partState(content, part);
    const ofPart = changes.filter((change) => change.part === part);
    const change = ofPart.findLast(({ to }) => to === (content.states[part] ?? 'drafted')) ?? null;
    // Asked of the mark and not of the state, since a part that was emptied was reviewed all the same.
    const isChangedSinceReview =
      content.states[part] === 'reviewed' && change !== null && change.version !== versionOf(part);
    const lapse = lapseOf({ signOffs: signOffs[part], reviewed: isChangedSinceReview ? change : null });
    const overruled = overruledIn(ofPart);
    return [
      part,
      { part, state, given: change, overruled, signOffs: signOffs[part], lapse, isChangedSinceReview },
    ];
  });
  return Object.fromEntries(reviews) as unknown as PartReviews;
}

/** The reason that a part was called ready with holds for as long as nobody drafts it again. */
function overruledIn(changes: readonly ReviewRecordOf<'stateChange'>[]) {
  const last = changes.findLast(({ to }) => to === 'ready' || to === 'drafted');
  return last?.to === 'ready' && last.reason !== '' ? last : null;
}

function lapseOf(told: {
  signOffs: readonly SignOff[];
  reviewed: ReviewRecordOf<'stateChange'> | null;
}): Lapse | null {
  // Whoever signed last speaks for the text: earlier signatures that lapsed are told beside their names.
  const last = told.signOffs.filter(isProven).at(-1);
  if (last && !last.holds) return { of: 'signed', draft: last.record.draft };
  return told.reviewed ? { of: 'reviewed', draft: told.reviewed.draft } : null;
}
