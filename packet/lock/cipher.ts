import type { PacketFile } from '../../core/review/packet/packetFile';
import {
  type LockedAnswer,
  type LockedPacket,
  lockedAnswerFormat,
  lockedPacketFormat,
  lockParameters,
} from '../../core/review/packet/packetLock';
import { fromBase64, toBase64, toUtf8 } from '../answer/base64';

/** Whether this browser can open what is locked, here: some give a page in a file no ciphers. */
export const canUnlock = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined;

/** The JSON in a locked packet; null where the passphrase is another one. */
export async function unlockPacket(locked: LockedPacket, passphrase: string): Promise<string | null> {
  const { kdf, hash, cipher, keyBits } = lockParameters;
  const { subtle } = crypto;
  const words = await subtle.importKey('raw', toUtf8(passphrase.normalize('NFKC')), kdf, false, [
    'deriveKey',
  ]);
  const parameters = { name: kdf, hash, salt: fromBase64(locked.salt), iterations: locked.iterations };
  const key = await subtle.deriveKey(parameters, words, { name: cipher, length: keyBits }, false, [
    'decrypt',
  ]);
  return decrypted(key, locked, lockedPacketFormat);
}

/** An answer that only who made the packet can read, and this packet itself. */
export async function lockAnswer(
  json: string,
  { id, narrative, answerKey }: Pick<PacketFile, 'id' | 'narrative' | 'answerKey'>,
): Promise<LockedAnswer> {
  const { cipher, ivBytes } = lockParameters;
  const key = await crypto.subtle.importKey('raw', fromBase64(answerKey), cipher, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const parameters = { name: cipher, iv, additionalData: toUtf8(id) };
  const text = await crypto.subtle.encrypt(parameters, key, toUtf8(json));
  return {
    format: lockedAnswerFormat,
    version: 1,
    packet: id,
    narrative: narrative.id,
    iv: toBase64(iv),
    text: toBase64(new Uint8Array(text)),
  };
}

/** The JSON of an answer to this packet; null where it was locked by another one. */
export async function unlockAnswer(
  locked: LockedAnswer,
  { id, answerKey }: Pick<PacketFile, 'id' | 'answerKey'>,
): Promise<string | null> {
  if (answerKey === '') return null;
  const { cipher } = lockParameters;
  const key = await crypto.subtle.importKey('raw', fromBase64(answerKey), cipher, false, ['decrypt']);
  return decrypted(key, locked, id);
}

async function decrypted(
  key: CryptoKey,
  { iv, text }: Pick<LockedPacket, 'iv' | 'text'>,
  about: string,
): Promise<string | null> {
  const parameters = {
    name: lockParameters.cipher,
    iv: fromBase64(iv),
    additionalData: toUtf8(about),
  };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, fromBase64(text)));
  } catch {
    // WebCrypto says nothing about what was wrong, on purpose.
    return null;
  }
}
