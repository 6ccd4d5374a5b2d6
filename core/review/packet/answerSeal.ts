import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sortedJson } from '../../json/sortedJson';

/**
 * The text that an answer's seal is over: the canonical JSON of the answer as it is given back, without the seal. A page
 * seals its UTF-8 bytes with WebCrypto's HMAC-SHA-256, which gives what `createSeal` gives.
 */
export function sealedText(answer: Readonly<Record<string, unknown>>): string {
  const { seal: _seal, ...rest } = answer;
  return sortedJson(rest);
}

/** The seal of an answer, by the key of its packet, as bytes. */
export function createSeal(answer: Readonly<Record<string, unknown>>, sealKey: Uint8Array): Uint8Array {
  return hmac(sha256, sealKey, utf8ToBytes(sealedText(answer)));
}
