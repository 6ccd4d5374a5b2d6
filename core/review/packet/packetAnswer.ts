import { z } from 'zod';
import { narrativeIdSchema } from '../../narrative/meta';
import { recordIdSchema } from '../records/common';
import type { ReviewRecordOf } from '../reviewRecord';

export const answerFormat = 'dateline-answer';
/** Version that this build writes. Newer ones are refused. */
export const answerVersion = 1;

/** What a reader can give back. */
export const answerKinds = [
  'comment',
  'reply',
  'suggestion',
  'modelAnswers',
  'signOff',
  'customerAnswer',
  'customerContact',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

/**
 * One record of an answer: without an origin, which whoever merges it knows best. Its id is `PACKET.` and what the page
 * made up, 80 characters at most; `by` is the packet's reader, to the letter. Anchors have no character ids. A reply
 * names a record of the same answer; answer and contact of a customer name the same `customer`, made up at random.
 */
export type AnswerRecord = { [K in AnswerKind]: Omit<ReviewRecordOf<K>, 'origin'> }[AnswerKind];

/** All that a reader said, all of it every time: merging twice changes nothing. */
export const packetAnswerSchema = z.object({
  format: z.literal(answerFormat),
  version: z.literal(answerVersion),
  /** Id of the packet. */
  packet: recordIdSchema,
  narrative: narrativeIdSchema,
  /** The content that was read. */
  contentVersion: z.string().max(100),
  writtenAt: z.iso.datetime(),
  /** Of the kind `AnswerRecord`; each is checked by itself. */
  records: z.array(z.unknown()),
  /** HMAC-SHA-256 over `sealedText` with the packet's seal key, in base64. */
  seal: z.string().max(100),
});
export type PacketAnswer = z.infer<typeof packetAnswerSchema>;

/** Most bytes and most records of one answer; a reader who writes all day does not come near. */
export const answerLimits = { bytes: 8_000_000, records: 2_000, id: 80 } as const;
