import { placeName } from '../../facts/placeName';
import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import { plainText } from '../../narrative/plainText';
import type { Anchor } from '../anchor';
import type { PartText } from '../partText';
import { placeAnchor } from '../placeAnchor';
import { readDocText } from '../readPartText';
import { byTime } from '../readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import type { TextChange } from '../textChange';
import { type AskedQuestion, askedQuestions } from './askedQuestions';
import { paragraphAt, paragraphLabel, paragraphStarts, partLetters } from './lineLabels';
import { meetingRemarks } from './meetingRemarks';
import { inSpeakingOrder, type Meeting, type MeetingOutcome } from './readMeetings';
import { type Remembered, rememberedIn } from './rememberedIn';

/** Something said aloud, or answered to a remark. */
export interface MinutesNote {
  id: string;
  by: string;
  text: string;
}

/** A remark that was written while reading, with what was answered. */
export interface MinutesRemark extends MinutesNote {
  /** The words it is about; '' where it is about a place or the whole. */
  quote: string;
  /** Where these stand, such as "A ¶5, Problem". */
  place: string;
  isFromPacket: boolean;
  replies: readonly MinutesNote[];
}

export interface MinutesPart {
  part: PartKey;
  title: string;
  /** In the order of the text. */
  remarks: readonly MinutesRemark[];
  notes: readonly MinutesNote[];
}

export interface MinutesChange {
  text: string;
  owner: string;
  /** An ISO day; '' where none was named. */
  due: string;
  /** The place of the remark that asked for it; '' for none. */
  place: string;
}

/** All that became of a meeting, in the order in which it is read. Every remark stands in it once. */
export interface Minutes {
  meeting: Meeting;
  /** Titles of the parts that were read. */
  read: readonly string[];
  /** Who took part by packet only. */
  byPacket: readonly string[];
  impressions: readonly MinutesNote[];
  parts: readonly MinutesPart[];
  questions: readonly AskedQuestion[];
  /** What readers answered about it without looking. */
  remembered: readonly Remembered[];
  /** In the order of speaking. */
  opinions: readonly { speaker: string; outcome: MeetingOutcome }[];
  decision: (Omit<ReviewRecordOf<'decision'>, 'changes'> & { changes: readonly MinutesChange[] }) | null;
}

/** The minutes of a meeting; `content` tells where remarks stand, and which became questions. */
export function minutesOf(
  meeting: Meeting,
  records: readonly ReviewRecord[],
  content: NarrativeContent,
): Minutes {
  const { threads, suggestions } = meetingRemarks(meeting, records);
  const places = new Places(meeting, content);
  const said = [
    ...threads.flatMap(({ comment, anchor, messages }) =>
      comment
        ? [toRemark({ record: comment, text: comment.text, anchor, replies: messages.slice(1) }, places)]
        : [],
    ),
    ...suggestions.map(({ record, replies }) =>
      toRemark({ record, text: suggestedWords(record.change), anchor: record.anchor, replies }, places),
    ),
  ];
  const remarks = said.toSorted((a, b) => a.position - b.position || byTime(a.record, b.record));
  const placeOf = new Map(remarks.map(({ remark }) => [remark.id, remark.place]));
  const packetReaders = remarks.filter(({ remark }) => remark.isFromPacket).map(({ remark }) => remark.by);
  const speakers = inSpeakingOrder(
    meeting,
    meeting.notes.map(({ speaker }) => speaker),
  );
  const inOrder = meeting.notes.toSorted((a, b) => speakers.indexOf(a.speaker) - speakers.indexOf(b.speaker));
  return {
    meeting,
    read: meeting.opened.parts.map((part) => partDefinitions[part].title),
    byPacket: inSpeakingOrder(meeting, packetReaders).filter((name) => !meeting.opened.people.includes(name)),
    impressions: inOrder.filter(({ part }) => part === null).map(toNote),
    parts: partKeys.flatMap((part): MinutesPart[] => {
      const own = remarks.filter((placed) => placed.part === part).map(({ remark }) => remark);
      const notes = inOrder.filter((note) => note.part === part).map(toNote);
      const { title } = partDefinitions[part];
      return own.length + notes.length === 0 ? [] : [{ part, title, remarks: own, notes }];
    }),
    questions: askedQuestions(content, threads),
    remembered: rememberedIn(meeting, records),
    opinions: inSpeakingOrder(meeting, meeting.opinions.keys()).flatMap((speaker) => {
      const outcome = meeting.opinions.get(speaker);
      return outcome ? [{ speaker, outcome }] : [];
    }),
    decision: meeting.decision && {
      ...meeting.decision,
      changes: meeting.decision.changes.map(({ remark, ...change }) => ({
        ...change,
        place: placeOf.get(remark) ?? '',
      })),
    },
  };
}

interface Said {
  record: ReviewRecordOf<'comment' | 'suggestion'>;
  text: string;
  anchor: Anchor | null;
  replies: readonly { id: string; by: string; text: string }[];
}

interface PlacedRemark {
  remark: MinutesRemark;
  record: Said['record'];
  part: PartKey;
  position: number;
}

function toRemark({ record, text, anchor, replies }: Said, places: Places): PlacedRemark {
  const { id, by, origin } = record;
  const about = anchor ?? record.anchor;
  const { place, position } = places.find(about);
  const remark = {
    id,
    by,
    text,
    place,
    quote: about.quote,
    isFromPacket: origin.kind === 'packet',
    replies: replies.map((reply) => ({ id: reply.id, by: reply.by, text: reply.text })),
  };
  return { remark, record, part: about.part, position };
}

const toNote = ({ id, speaker, text }: ReviewRecordOf<'note'>): MinutesNote => ({ id, by: speaker, text });

/** What a suggestion would do, in a sentence. */
function suggestedWords(change: TextChange): string {
  const was = change.kind === 'insert' ? '' : change.was.map(plainText).join('\n').trim();
  const now = change.kind === 'delete' ? '' : change.now.map(plainText).join('\n').trim();
  if (was === now) return 'Suggests another form for these words.';
  if (was === '') return `Suggests to add “${now}”.`;
  return now === '' ? `Suggests to leave out “${was}”.` : `Suggests “${now}” in place of “${was}”.`;
}

/** The letter names the part already. */
const withinPart = (name: string, part: PartKey): string =>
  name.slice(partDefinitions[part].title.length).replace(/^, /u, '');

/** Finds places in the text, reading each part at most once. */
class Places {
  readonly #letters: ReadonlyMap<PartKey, string>;
  readonly #texts = new Map<PartKey, PartText>();

  constructor(
    { opened }: Meeting,
    private readonly content: NarrativeContent,
  ) {
    this.#letters = partLetters(content, opened.parts);
  }

  /** What people call the place, and how far down its part it is; what is gone stands last. */
  find(anchor: Anchor): { place: string; position: number } {
    const section = anchor.section.split('/').at(-1) ?? '';
    const name = placeName(this.content, { part: anchor.part, section });
    const text = this.#textOf(anchor.part);
    const placement = placeAnchor(text, anchor);
    if (placement.state === 'orphan') return { place: name, position: Number.MAX_SAFE_INTEGER };
    const letter = this.#letters.get(anchor.part);
    const paragraph = paragraphAt(paragraphStarts(text), placement.from);
    const isNamed = letter !== undefined && paragraph !== null;
    const place = isNamed ? [paragraphLabel(letter, paragraph), withinPart(name, anchor.part)] : [name];
    return { place: place.filter(Boolean).join(', '), position: placement.from };
  }

  #textOf(part: PartKey): PartText {
    const text = this.#texts.get(part) ?? readDocText(this.content.parts[part]);
    this.#texts.set(part, text);
    return text;
  }
}
