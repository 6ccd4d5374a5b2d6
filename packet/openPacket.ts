import { type PacketFile, packetFileSchema } from '../core/review/packet/packetFile';
import { type LockedPacket, lockedPacketSchema } from '../core/review/packet/packetLock';

/** What stands in the page: a packet, a locked one, or nothing that can be read. */
export type OpenedPacket =
  | { kind: 'open'; packet: PacketFile }
  | { kind: 'locked'; locked: LockedPacket }
  | { kind: 'damaged' };

/** Reads a packet's data. Never throws, whatever it is. */
export function openPacket(json: string): OpenedPacket {
  const raw = parseJson(json);
  const open = packetFileSchema.safeParse(raw);
  if (open.success) return { kind: 'open', packet: open.data };
  const locked = lockedPacketSchema.safeParse(raw);
  return locked.success ? { kind: 'locked', locked: locked.data } : { kind: 'damaged' };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
