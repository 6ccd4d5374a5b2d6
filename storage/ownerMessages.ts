import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { z } from 'zod';

/** What a second start hands to the owner of the library. */
export const handOverSchema = z.object({
  files: z.array(z.string().max(4096)).max(100),
  /** What else the shells agree on, such as a command to run. */
  options: z.record(z.string().max(100), z.string().max(4096)).default({}),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** What the owner answers, such as the link of its window. */
export const answerSchema = z.record(z.string(), z.string());
export type OwnerAnswer = z.infer<typeof answerSchema>;

const envelopeSchema = z.object({
  nonce: z.string().max(64),
  payload: z.string(),
  proof: z.string().max(64),
});

const largestMessage = 1024 * 1024;

/** Seals a message with the library's key, which itself never travels. `nonce` ties an answer to its question. */
export function seal(key: string, nonce: string, value: unknown): string {
  const payload = JSON.stringify(value);
  return `${JSON.stringify({ nonce, payload, proof: proofOf(key, nonce, payload) })}\n`;
}

/** The content of a sealed message; null when it is not one or was sealed with another key. */
export function unseal(key: string, line: string): { nonce: string; value: unknown } | null {
  const envelope = envelopeSchema.safeParse(parseJson(line));
  if (!envelope.success) return null;
  const { nonce, payload, proof } = envelope.data;
  const expected = Buffer.from(proofOf(key, nonce, payload));
  const given = Buffer.from(proof);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { nonce, value: parseJson(payload) };
}

/** The first line that arrives. Null when the other side ends without one, sends too much or waits too long. */
export function readLine(socket: Socket, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    let received = '';
    const finish = (line: string | null): void => {
      socket.setTimeout(0);
      resolve(line);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(patienceMs, () => finish(null));
    socket.on('data', (chunk: string) => {
      received += chunk;
      const end = received.indexOf('\n');
      if (end >= 0) finish(received.slice(0, end));
      else if (received.length > largestMessage) finish(null);
    });
    socket.on('error', () => finish(null));
    socket.on('close', () => finish(null));
  });
}

function proofOf(key: string, nonce: string, payload: string): string {
  return createHmac('sha256', key).update(`${nonce}\n${payload}`).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
