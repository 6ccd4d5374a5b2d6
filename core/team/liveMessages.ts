import { z } from 'zod';
import { apiErrorSchema } from '../api/errors';
import { roleSchema } from './role';

/**
 * What a window and the server say to each other beside the shared document, as JSON over the same socket.
 * Yjs itself only says that a change arrived; that it is durable has to be asked for.
 */

/** Asks to be told once all that was sent before is durable. `n` is the asker's own counting. */
export const keepMessageSchema = z.strictObject({ kind: z.literal('keep'), n: z.int().min(0) });

export const liveAnswerSchema = z.discriminatedUnion('kind', [
  /** All that was sent before `keep` number `n` is durable since `at`. */
  z.object({ kind: z.literal('kept'), n: z.int().min(0), at: z.iso.datetime() }),
  /** It is not: what was sent may be lost with the server. `n` is null where no keep was asked for. */
  z.object({ kind: z.literal('refused'), n: z.int().min(0).nullable(), error: apiErrorSchema }),
  /** What this member may do with the narrative from now on. */
  z.object({ kind: z.literal('role'), role: roleSchema }),
]);
export type LiveAnswer = z.infer<typeof liveAnswerSchema>;

/** What a window says about itself when it joins a narrative: the provider's token, as JSON. */
export const handshakeSchema = z.strictObject({
  /** Of these messages. */
  protocol: z.int().min(1),
  /** Of the document, as in core/format. */
  format: z.int().min(1),
});
export const liveProtocol = 1;

/** Bytes of one message over the live socket; a larger change is sent as `narratives.save`. */
export const liveMessageLimitBytes = 8_000_000;
