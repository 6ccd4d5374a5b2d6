import { createDecipheriv, pbkdf2Sync, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { narrativeIdSchema } from '../../../../core/narrative/meta';
import { lockedAnswerFormat, lockedPacketFormat } from '../../../../core/review/packet/packetLock';
import { lockPacket, unlockAnswer } from '../../../../host/review/packets/cipher';

describe('The lock of a packet', () => {
  it('opens with its passphrase alone, by another implementation of the same standards', async () => {
    const locked = await lockPacket('{"said":"só nós"}', 'correct horse');
    expect(locked.iterations).toBeGreaterThanOrEqual(600_000);
    expect(opened(locked, 'correct horse')).toBe('{"said":"só nós"}');
    expect(() => opened(locked, 'wrong horse')).toThrow();
  });
});

function opened(
  { salt, iterations, iv, text }: Awaited<ReturnType<typeof lockPacket>>,
  words: string,
): string {
  const key = pbkdf2Sync(words, Buffer.from(salt, 'base64'), iterations, 32, 'sha256');
  const sealed = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAAD(Buffer.from(lockedPacketFormat));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
}

describe('A locked answer', () => {
  it('opens with the key of its packet, and not once it was changed or called another packet’s', async () => {
    const answerKey = Buffer.alloc(32, 9).toString('base64');
    const answer = await locked('{"records":[]}', answerKey);
    expect(await unlockAnswer(answer, answerKey)).toBe('{"records":[]}');
    expect(await unlockAnswer(answer, Buffer.alloc(32, 8).toString('base64'))).toBeNull();
    expect(await unlockAnswer({ ...answer, packet: 'another' }, answerKey)).toBeNull();
    expect(await unlockAnswer({ ...answer, text: `A${answer.text.slice(1)}` }, answerKey)).toBeNull();
    expect(await unlockAnswer(answer, '')).toBeNull();
  });
});

async function locked(json: string, answerKey: string) {
  const iv = new Uint8Array(12).fill(3);
  const raw = new Uint8Array(Buffer.from(answerKey, 'base64'));
  const key = await webcrypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = new TextEncoder().encode('packet1');
  const text = await webcrypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    Buffer.from(json),
  );
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    format: lockedAnswerFormat,
    version: 1,
    packet: 'packet1',
    narrative: narrativeIdSchema.parse('fairmend-1'),
    iv: encoded(iv),
    text: encoded(new Uint8Array(text)),
  } as const;
}
