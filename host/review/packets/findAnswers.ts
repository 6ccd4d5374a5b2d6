import type { DatelineError } from '../../../core/api/errors';
import {
  damagedAnswer,
  notAnAnswer,
  packetItself,
  tooLargeAnswer,
} from '../../../core/review/packet/answerErrors';
import { readAnswerTexts } from '../../../core/review/packet/answerText';
import { answerFormat, answerLimits } from '../../../core/review/packet/packetAnswer';
import { packetElementId } from '../../../core/review/packet/packetFile';
import { lockedAnswerFormat } from '../../../core/review/packet/packetLock';

/** One answer in what somebody gave: untyped JSON, or why it cannot be read. */
export type FoundAnswer = { ok: true; raw: unknown } | { ok: false; error: DatelineError };

/**
 * The answers in a file that a packet saved, or in any text that they were pasted into. Throws `file-too-large`,
 * `file-damaged` or `file-wrong-type`.
 */
export function findAnswers(bytes: Uint8Array): FoundAnswer[] {
  const text = textOf(bytes);
  if (/^\s*\{/u.test(text)) {
    if (bytes.length > answerLimits.bytes) throw tooLargeAnswer(bytes.length);
    return [foundIn(text)];
  }
  // Its script names the marks of a pasted answer, so the page is known before they are looked for.
  if (isPacketPage(text)) throw packetItself();
  const pasted = readAnswerTexts(text);
  if (pasted.length > 0) return pasted.map(foundPasted);
  throw notAnAnswer();
}

/** Whether a file that was given for any reason is an answer, or the packet itself. */
export function isAboutPackets(fileName: string, bytes: Uint8Array): boolean {
  if (/\.dateline-answer$/iu.test(fileName)) return true;
  // What matters stands early in an answer, and anywhere in a mail; Word files and zips begin with other bytes.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return false;
  const text = textOf(bytes);
  if (/\.json$/iu.test(fileName)) return text.includes(answerFormat);
  // Within a sentence the words only speak of answers.
  return /^[ \t>|]*[-–—]{2,}[ \t]*BEGIN DATELINE ANSWER/imu.test(text) || isPacketPage(text);
}

/** Where an answer says to belong; null where it says nothing that can be read. */
export function narrativeIn(found: readonly FoundAnswer[]): string | null {
  for (const answer of found) {
    const raw = answer.ok ? answer.raw : null;
    if (typeof raw === 'object' && raw !== null && 'narrative' in raw && typeof raw.narrative === 'string')
      return raw.narrative;
  }
  return null;
}

const isPacketPage = (text: string): boolean =>
  text.includes(`<script type="application/json" id="${packetElementId}">`);

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function foundPasted(base64: string | null): FoundAnswer {
  if (base64 === null) return { ok: false, error: damagedAnswer() };
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > answerLimits.bytes) return { ok: false, error: tooLargeAnswer(bytes.length) };
  return foundIn(textOf(bytes));
}

function foundIn(json: string): FoundAnswer {
  const raw = parseJson(json);
  if (raw === undefined) return { ok: false, error: damagedAnswer() };
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? raw.format : null;
  if (typeof format === 'string' && format.startsWith('dateline-packet'))
    return { ok: false, error: packetItself() };
  const isAnswer = format === answerFormat || format === lockedAnswerFormat;
  return isAnswer ? { ok: true, raw } : { ok: false, error: notAnAnswer() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
