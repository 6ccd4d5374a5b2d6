import { z } from 'zod';
import { partKeys } from '../../narrative/parts';
import { personNameSchema, recordHead } from './common';

/** What a packet asks of its reader. */
export const packetPurposes = ['review', 'customers'] as const;

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
    /** 32 random bytes in base64: seals what comes back. */
    sealKey: z.base64().max(64),
  }),
] as const;
