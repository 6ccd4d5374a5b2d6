import type { DatelineError } from '../../api/errors';
import { checksumOf } from '../../format/narrativeFile';
import { sortedJson } from '../../json/sortedJson';
import { contactId } from '../ownId';
import type { ReviewOrigin } from '../records/common';
import { type ReviewRecord, type ReviewRecordOf, reviewRecordSchema } from '../reviewRecord';
import {
  answerForAnother,
  answerFromFuture,
  BrokenSeal,
  damagedAnswer,
  notAnAnswer,
  notAskedFor,
  tooManyRecords,
} from './answerErrors';
import { answerFileName } from './answerFileName';
import {
  type AnswerKind,
  answerFormat,
  answerKinds,
  answerLimits,
  answerVersion,
  type PacketAnswer,
  packetAnswerSchema,
} from './packetAnswer';
import { isSafeChange } from './safeChange';

type Packet = ReviewRecordOf<'packet'>;

/** Whether an answer is sealed with the key of its packet; 'missing' also where that key is not here. */
export type SealState = 'holds' | 'broken' | 'missing';

/** What is known here of the packet that an answer came from. */
export interface AnswerGround {
  /** Null where it was made elsewhere. */
  packet: Packet | null;
  seal: SealState;
  /** Takes an answer whose seal is broken all the same, as merely claimed. */
  takesChanged: boolean;
}

/** What somebody said in a packet, as records of the narrative. */
export interface ReadAnswer {
  packet: string;
  /** The reader; '' for a customer. */
  by: string;
  /** False where nothing but the answer itself says who wrote it. */
  isSealed: boolean;
  records: ReviewRecord[];
}

/**
 * Parses untyped JSON into an answer, its records apart. Throws `file-wrong-type`, `file-from-future`, `file-too-large`
 * or `file-damaged`.
 */
export function parseAnswer(raw: unknown): PacketAnswer {
  if (!isObject(raw) || raw.format !== answerFormat) throw notAnAnswer();
  if (typeof raw.version === 'number' && raw.version > answerVersion) throw answerFromFuture();
  const { records } = raw;
  if (Array.isArray(records) && records.length > answerLimits.records) throw tooManyRecords(records.length);
  const parsed = packetAnswerSchema.safeParse({ ...raw, seal: raw.seal ?? '' });
  if (!parsed.success) throw damagedAnswer();
  return parsed.data;
}

/**
 * The records of an answer: each of a kind that was asked for, by the packet's reader and under the packet's name. Their
 * ids are made of what they say besides, so that the same thing merged twice is one record, and nothing that is claimed
 * can take the place of something else. Throws `file-damaged` or `bad-request` with nothing half taken.
 */
export function readAnswer(answer: PacketAnswer, ground: AnswerGround): ReadAnswer {
  const { packet, seal, takesChanged } = ground;
  if (seal === 'broken' && !takesChanged) throw new BrokenSeal();
  const raws = answer.records.map(readHead);
  const by = packet?.reader ?? raws[0]?.by ?? '';
  const isSealed = seal === 'holds';
  const origin: ReviewOrigin = {
    kind: 'packet',
    file: answerFileName(by),
    packet: answer.packet,
    isSealed,
  };
  if (new Set(raws.map(({ id }) => id)).size < raws.length) throw damagedAnswer();
  const ids = new Map(raws.flatMap((raw) => (raw.kind in namingField ? [] : [[raw.id, idOf(raw)] as const])));
  const records = raws.map((raw) => {
    const fault = faultOf(raw, { answer, packet, by });
    if (fault) throw fault;
    const named = withReference(raw, ids);
    return recordOf({ ...named, id: idOf(named), origin }, packet);
  });
  return { packet: answer.packet, by, isSealed, records };
}

type RawRecord = Record<string, unknown> & { id: string; by: string; kind: AnswerKind };

function readHead(raw: unknown): RawRecord {
  const kind = isObject(raw) && answerKinds.find((known) => known === raw.kind);
  if (!isObject(raw) || !kind || typeof raw.id !== 'string' || typeof raw.by !== 'string')
    throw damagedAnswer();
  return { ...raw, id: raw.id, by: raw.by, kind };
}

function faultOf(
  { id, by: signed, kind }: RawRecord,
  { answer, packet, by }: { answer: PacketAnswer; packet: Packet | null; by: string },
): DatelineError | null {
  const isOwn = id.startsWith(`${answer.packet}.`) && id.length <= answerLimits.id;
  if (!isOwn || !/^[\w.-]+$/.test(id)) return damagedAnswer();
  if (signed !== by) return answerForAnother(by);
  return packet && !asksFor(packet, kind) ? notAskedFor() : null;
}

function asksFor({ purpose, asks }: Packet, kind: AnswerKind): boolean {
  switch (kind) {
    case 'comment':
    case 'reply':
      return asks.comments;
    case 'suggestion':
      return asks.suggestions;
    case 'modelAnswers':
      return asks.modelPrompts.length > 0;
    case 'signOff':
      return purpose === 'review' && asks.signOff;
    case 'customerAnswer':
    case 'customerContact':
      return purpose === 'customers';
  }
}

/** Where a record names another one of the same answer. */
const namingField: Partial<Record<AnswerKind, string>> = { reply: 'thread' };

/** The record with what it names by the name that this has from now on, which is part of what it says. */
function withReference(raw: RawRecord, ids: ReadonlyMap<unknown, string>): RawRecord {
  const field = namingField[raw.kind];
  if (field === undefined) return raw;
  const id = ids.get(raw[field]);
  if (id === undefined) throw damagedAnswer();
  return { ...raw, [field]: id };
}

const idDigits = 16;

/** All that a customer says of themselves is one record, however often it is given back, so that it can be removed. */
function idOf(raw: RawRecord): string {
  if (raw.kind === 'customerContact' && typeof raw.customer === 'string') return contactId(raw.customer);
  return `${raw.id}~${checksumOf(sortedJson(raw)).slice(0, idDigits)}`;
}

function recordOf(raw: Record<string, unknown>, packet: Packet | null): ReviewRecord {
  const { data } = reviewRecordSchema.safeParse(raw);
  if (!data) throw damagedAnswer();
  if (data.kind === 'suggestion' && !isSafeChange(data.change)) throw notAskedFor();
  if (data.kind === 'customerAnswer' && packet && data.test !== packet.excitementTest) throw notAskedFor();
  return data;
}

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
