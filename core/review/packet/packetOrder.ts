import { z } from 'zod';
import { type PartKey, partKeys } from '../../narrative/parts';
import { maybeDaySchema, maybeSaidSchema, recordLimits } from '../records/common';
import { packetAsksSchema, packetPurposes } from '../records/packets';

/** Shortest passphrase that is taken; it can be tried without end by whoever has the file. */
export const passphraseLength = { least: 8, most: 500 } as const;

/** Whether readers are given a part unless somebody says otherwise: not how it could be built, nor what was asked first. */
export const isUsual = (part: PartKey): boolean => part !== 'feasibility' && part !== 'brief';

/** What packets are made of. */
export const packetOrderSchema = z.strictObject({
  purpose: z.enum(packetPurposes),
  /** One packet for each; none for customers, who all get the same one and are asked for no name. */
  readers: z.array(z.string().trim().min(1).max(recordLimits.name)).max(50),
  /** Customers are shown the press release alone, whatever this says. */
  parts: z.array(z.enum(partKeys)).min(1),
  asks: packetAsksSchema,
  /** Id of the excitement test that customers answer; '' for a review. */
  excitementTest: z.string().max(100),
  /** '' for packets that open by themselves. */
  passphrase: z.string().max(passphraseLength.most),
  note: maybeSaidSchema,
  returnBy: maybeDaySchema,
});
export type PacketOrder = z.infer<typeof packetOrderSchema>;

/** A packet that was made. */
export const madePacketSchema = z.object({
  packet: z.string(),
  /** '' for customers. */
  reader: z.string(),
  fileName: z.string(),
  /** The page, where the shell cannot save it itself. */
  data: z.base64().nullable(),
  savedTo: z.string().nullable(),
});
export type MadePacket = z.infer<typeof madePacketSchema>;
