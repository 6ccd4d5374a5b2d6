import { z } from 'zod';
import { partKeys } from '../../narrative/parts';
import { maybeDaySchema, personNameSchema, recordHead } from './common';
import { modelPrompts } from './modelChecks';

/** Whether people who work on it read it, or customers who answer an excitement test. */
export const packetPurposes = ['review', 'customers'] as const;

/** What a packet asks of its reader. */
export const packetAsksSchema = z.object({
  comments: z.boolean(),
  suggestions: z.boolean(),
  signOff: z.boolean(),
  /** What to ask after reading, without looking; empty for nothing. */
  modelPrompts: z.array(z.enum(modelPrompts)).max(modelPrompts.length),
});
export type PacketAsks = z.infer<typeof packetAsksSchema>;

export const packetSchemas = [
  /**
   * A review packet that was handed out; its id is the packet's. It stays with the authors, since the key says
   * which answers are really from this packet: whoever is given the narrative to read is not given this record.
   */
  z.object({
    ...recordHead,
    kind: z.literal('packet'),
    purpose: z.enum(packetPurposes),
    /** Whom it was made for; '' for any number of customers who are asked for no name. */
    reader: personNameSchema,
    /** The content that it shows, as `contentVersion` names it, and the draft's number. */
    version: z.string().max(100),
    draft: z.int().min(1),
    parts: z.array(z.enum(partKeys)).min(1),
    asks: packetAsksSchema,
    /** Id of the excitement test that its customers answer; '' outside of one. */
    excitementTest: z.string().max(100),
    /** The day by which an answer is wished for. */
    returnBy: maybeDaySchema,
    /** 32 random bytes in base64: seals what comes back. */
    sealKey: z.base64().max(64),
    /** 32 random bytes in base64 that open what comes back; '' where the packet has no passphrase. */
    answerKey: z.base64().max(64),
  }),
] as const;
