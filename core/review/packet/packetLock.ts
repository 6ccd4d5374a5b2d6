import { z } from 'zod';
import { narrativeIdSchema } from '../../narrative/meta';
import { recordIdSchema } from '../records/common';

export const lockedPacketFormat = 'dateline-packet-locked';
export const lockedAnswerFormat = 'dateline-answer-locked';

/** How a passphrase becomes a key: PBKDF2 with HMAC-SHA-256, in WebCrypto's words, over its NFKC form in UTF-8. */
export const lockParameters = {
  kdf: 'PBKDF2',
  hash: 'SHA-256',
  /** As OWASP asks for since 2023. */
  iterations: 600_000,
  cipher: 'AES-GCM',
  keyBits: 256,
  saltBytes: 16,
  /** What AES-GCM takes without hashing it first. */
  ivBytes: 12,
} as const;

const cipherText = {
  version: z.literal(1),
  /** New for every text. */
  iv: z.base64().max(32),
  /** Cipher text and tag of UTF-8 JSON, as WebCrypto's AES-GCM writes them, in base64. */
  text: z.base64(),
};

/**
 * A packet that opens with a passphrase. The additional data of its cipher is its `format` in UTF-8. Nothing beside the
 * cipher text tells what is inside.
 */
export const lockedPacketSchema = z.object({
  format: z.literal(lockedPacketFormat),
  ...cipherText,
  salt: z.base64().max(64),
  iterations: z.int().min(1).max(100_000_000),
});
export type LockedPacket = z.infer<typeof lockedPacketSchema>;

/**
 * The answer to a locked packet: its sealed JSON, locked with the packet's `answerKey`, so that its author needs no
 * passphrase to read it. The additional data of its cipher is the packet's id in UTF-8.
 */
export const lockedAnswerSchema = z.object({
  format: z.literal(lockedAnswerFormat),
  ...cipherText,
  packet: recordIdSchema,
  /** Says where to merge it. */
  narrative: narrativeIdSchema,
});
export type LockedAnswer = z.infer<typeof lockedAnswerSchema>;
