import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import type { Anchor } from '../../../core/review/anchor';
import { paragraphLabel } from '../../../core/review/meeting/lineLabels';
import { minutesOf } from '../../../core/review/meeting/minutesOf';
import type { Meeting } from '../../../core/review/meeting/readMeetings';
import { placeAnchor } from '../../../core/review/placeAnchor';
import { readDocText, readPartText } from '../../../core/review/readPartText';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import type { RemarkRange } from '../../editor/remarks/RemarkMarks';
import type { NarrativeSession } from '../../editor/session/session';

/** A paragraph that a remark can be about. */
export interface ReadParagraph {
  part: PartKey;
  label: string;
  /** Its first words. */
  words: string;
  /** As ProseMirror counts. */
  from: number;
  to: number;
}

/** A remark of whoever reads. */
export interface OwnRemark {
  id: string;
  /** Such as "A ¶5"; '' where it is about the whole. */
  label: string;
  quote: string;
  text: string;
  /** Null where it is about the whole. */
  anchor: Anchor | null;
}

const shownLetters = 48;

/** The paragraphs of a part, by the names that the room has for them. */
export function readParagraphs(part: PartKey, letter: string, content: NarrativeContent): ReadParagraph[] {
  const { lines, text } = readDocText(content.parts[part]);
  return lines
    .filter(({ length }) => length > 0)
    .map(({ from, start, length }, index) => {
      const words = text.slice(start, start + length);
      const shown = words.length > shownLetters ? `${words.slice(0, shownLetters).trimEnd()} …` : words;
      return { part, label: paragraphLabel(letter, index + 1), words: shown, from, to: from + length };
    });
}

interface OwnRemarksInput {
  meeting: Meeting;
  records: readonly ReviewRecord[];
  reader: string;
  content: NarrativeContent;
}

/** What one reader wrote in this meeting, in the order of the text; what is about the whole comes last. */
export function ownRemarks({ meeting, records, reader, content }: OwnRemarksInput): OwnRemark[] {
  const anchors = new Map(
    records.flatMap((record) => (record.kind === 'comment' ? [[record.id, record.anchor]] : [])),
  );
  const { parts } = minutesOf(meeting, records, content);
  const told = parts.flatMap(({ remarks }) => remarks).filter(({ by }) => by === reader);
  const about = told.map(({ id, place, quote, text }) => ({
    id,
    label: place.split(',')[0] ?? '',
    quote,
    text,
    anchor: anchors.get(id) ?? null,
  }));
  const whole = meeting.notes.filter(
    ({ part, speaker, by }) => part === null && speaker === reader && by === reader,
  );
  return [...about, ...whole.map(({ id, text }) => ({ id, label: '', quote: '', text, anchor: null }))];
}

/** Where these remarks are marked in the text, by part. */
export function rangesOf(
  own: readonly OwnRemark[],
  session: Pick<NarrativeSession, 'fragment'>,
): Map<PartKey, RemarkRange[]> {
  const ranges = new Map<PartKey, RemarkRange[]>();
  for (const { id, anchor } of own) {
    if (!anchor) continue;
    const placement = placeAnchor(readPartText(session.fragment(anchor.part)), anchor);
    if (placement.state === 'orphan') continue;
    const { from, to } = placement;
    const range: RemarkRange = { id, from, to, kind: 'comment', other: '' };
    ranges.set(anchor.part, [...(ranges.get(anchor.part) ?? []), range]);
  }
  return ranges;
}
