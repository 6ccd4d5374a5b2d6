import { readAnswerTexts } from '../../core/review/packet/answerText';
import type { AnswerKind, AnswerRecord } from '../../core/review/packet/packetAnswer';
import { answerKinds } from '../../core/review/packet/packetAnswer';
import type { PacketFile } from '../../core/review/packet/packetFile';
import { lockedAnswerFormat, lockedAnswerSchema } from '../../core/review/packet/packetLock';
import { parseAnswer } from '../../core/review/packet/readAnswer';
import { reviewRecordSchema } from '../../core/review/reviewRecord';
import { unlockAnswer } from '../lock/cipher';
import { fromBase64 } from './base64';

/** What was written into this packet before; or a sentence that says why it cannot be gone on with. */
export type GivenAnswer = { ok: true; records: AnswerRecord[] } | { ok: false; why: string };

const refused = (why: string): GivenAnswer => ({
  ok: false,
  why: `${why} What you wrote here stays as it is.`,
});

/** Reads an answer that this packet gave, as a file or as text. Never throws, whatever it is given. */
export async function readGiven(text: string, packet: PacketFile): Promise<GivenAnswer> {
  try {
    const raw = await openJson(text, packet);
    if (raw === null) return refused('This answer is locked and belongs to another packet.');
    const answer = parseAnswer(raw);
    if (answer.packet !== packet.id) return refused('This answer belongs to another packet.');
    const records = answer.records.map((record) => readRecord(record, packet));
    const known = records.filter((record) => record !== null);
    if (known.length < records.length)
      return refused('Something in this answer was not written in this packet.');
    return { ok: true, records: known };
  } catch {
    return refused('This is not an answer that this packet saved, or it is cut short.');
  }
}

async function openJson(text: string, packet: PacketFile): Promise<unknown> {
  const [pasted] = readAnswerTexts(text);
  const raw: unknown = JSON.parse(pasted ? new TextDecoder().decode(fromBase64(pasted)) : text);
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== lockedAnswerFormat)
    return raw;
  const json = await unlockAnswer(lockedAnswerSchema.parse(raw), packet);
  return json === null ? null : JSON.parse(json);
}

function readRecord(raw: unknown, { id, reader }: PacketFile): AnswerRecord | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { data } = reviewRecordSchema.safeParse({ ...raw, origin: { kind: 'packet', file: '' } });
  if (!data || data.by !== reader || !data.id.startsWith(`${id}.`) || !isAnswerKind(data.kind)) return null;
  const { origin: _here, ...record } = data;
  return record as AnswerRecord;
}

const isAnswerKind = (kind: string): kind is AnswerKind => answerKinds.some((known) => known === kind);
