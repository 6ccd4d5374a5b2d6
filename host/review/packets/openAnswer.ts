import { timingSafeEqual } from 'node:crypto';
import { answerFromFuture, damagedAnswer, lockedElsewhere } from '../../../core/review/packet/answerErrors';
import { createSeal } from '../../../core/review/packet/answerSeal';
import type { PacketAnswer } from '../../../core/review/packet/packetAnswer';
import { lockedAnswerFormat, lockedAnswerSchema } from '../../../core/review/packet/packetLock';
import { parseAnswer, type SealState } from '../../../core/review/packet/readAnswer';
import type { ReviewRecordOf } from '../../../core/review/reviewRecord';
import { unlockAnswer } from './cipher';

type Packet = ReviewRecordOf<'packet'>;

/** An answer that can be read, beside what is known of its packet. */
export interface OpenedAnswer {
  answer: PacketAnswer;
  /** Null where it was made elsewhere. */
  packet: Packet | null;
  seal: SealState;
}

/** Unlocks an answer where it is locked, and looks at its seal. Throws what `parseAnswer` throws, and `bad-request`. */
export async function openAnswer(raw: unknown, packets: ReadonlyMap<string, Packet>): Promise<OpenedAnswer> {
  const open = await unlocked(raw, packets);
  const answer = parseAnswer(open);
  const packet = packets.get(answer.packet) ?? null;
  return { answer, packet, seal: sealOf(open as Record<string, unknown>, packet) };
}

async function unlocked(raw: unknown, packets: ReadonlyMap<string, Packet>): Promise<unknown> {
  if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== lockedAnswerFormat)
    return raw;
  if ('version' in raw && typeof raw.version === 'number' && raw.version > 1) throw answerFromFuture();
  const locked = lockedAnswerSchema.safeParse(raw);
  if (!locked.success) throw damagedAnswer();
  const answerKey = packets.get(locked.data.packet)?.answerKey ?? '';
  if (answerKey === '') throw lockedElsewhere();
  const json = await unlockAnswer(locked.data, answerKey);
  // The cipher tells a text that was changed from one that was not, as a seal does.
  if (json === null) throw damagedAnswer();
  return JSON.parse(json);
}

function sealOf(raw: Record<string, unknown>, packet: Packet | null): SealState {
  const { seal } = raw;
  if (!packet || typeof seal !== 'string' || seal === '') return 'missing';
  const wanted = createSeal(raw, Buffer.from(packet.sealKey, 'base64'));
  const given = Buffer.from(seal, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? 'holds' : 'broken';
}
