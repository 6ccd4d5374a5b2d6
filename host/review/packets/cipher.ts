import { webcrypto } from 'node:crypto';
import {
  type LockedAnswer,
  type LockedPacket,
  lockedPacketFormat,
  lockParameters,
} from '../../../core/review/packet/packetLock';

const { subtle } = webcrypto;

/** Locks a packet's data so that only the passphrase opens it. */
export async function lockPacket(json: string, passphrase: string): Promise<LockedPacket> {
  const { kdf, hash, iterations, cipher, keyBits, saltBytes, ivBytes } = lockParameters;
  const salt = randomBytes(saltBytes);
  const iv = randomBytes(ivBytes);
  const words = await subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), kdf, false, ['deriveKey']);
  const parameters = { name: kdf, hash, salt, iterations };
  const key = await subtle.deriveKey(parameters, words, { name: cipher, length: keyBits }, false, [
    'encrypt',
  ]);
  const text = await subtle.encrypt(
    { name: cipher, iv, additionalData: utf8(lockedPacketFormat) },
    key,
    utf8(json),
  );
  return {
    format: lockedPacketFormat,
    version: 1,
    salt: base64(salt),
    iterations,
    iv: base64(iv),
    text: base64(new Uint8Array(text)),
  };
}

/** The JSON of a locked answer; null where the key is another one, or where somebody changed it. */
export async function unlockAnswer(answer: LockedAnswer, answerKey: string): Promise<string | null> {
  const { cipher } = lockParameters;
  try {
    const key = await subtle.importKey('raw', bytesOf(answerKey), cipher, false, ['decrypt']);
    const parameters = { name: cipher, iv: bytesOf(answer.iv), additionalData: utf8(answer.packet) };
    return new TextDecoder().decode(await subtle.decrypt(parameters, key, bytesOf(answer.text)));
  } catch {
    // WebCrypto says nothing about what was wrong, on purpose.
    return null;
  }
}

/** Bytes that nobody can guess. */
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> =>
  webcrypto.getRandomValues(new Uint8Array(count));

/** Bytes as packets write them. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
