import { createSeal } from '../../core/review/packet/answerSeal';
import { answerFormat, answerVersion, type PacketAnswer } from '../../core/review/packet/packetAnswer';
import { lockAnswer } from '../lock/cipher';
import type { Answer } from './answer';
import { fromBase64, toBase64 } from './base64';

/** The whole answer as its file holds it: sealed by the packet, and locked where the packet is. */
export async function writeAnswer({ packet, records }: Answer): Promise<string> {
  const open: Omit<PacketAnswer, 'seal'> = {
    format: answerFormat,
    version: answerVersion,
    packet: packet.id,
    narrative: packet.narrative.id,
    contentVersion: packet.contentVersion,
    writtenAt: new Date().toISOString(),
    records: [...records],
  };
  const seal = toBase64(createSeal(open, fromBase64(packet.sealKey)));
  const json = JSON.stringify({ ...open, seal });
  return packet.answerKey === '' ? json : JSON.stringify(await lockAnswer(json, packet));
}
