import type { Handlers } from '../../../core/api/dispatch';
import { type MakingPorts, makePackets } from './makePackets';
import { type MergingPorts, mergeAnswers } from './mergeAnswers';

export type PacketPorts = MakingPorts & MergingPorts;

/** Packets that are handed to readers, and what comes back from them. */
export function packetHandlers(ports: PacketPorts) {
  return {
    'packets.make': async ({ id, ...order }) => ({ packets: await makePackets(id, order, ports) }),
    'packets.merge': ({ id, files, text, takesChanged }) => {
      const given = files.map(({ fileName, data }) => ({
        name: fileName,
        bytes: Buffer.from(data, 'base64'),
      }));
      const pasted = text.trim() === '' ? [] : [{ name: '', bytes: Buffer.from(text, 'utf8') }];
      return mergeAnswers({ id, given: [...given, ...pasted], takesChanged }, ports);
    },
  } satisfies Partial<Handlers>;
}
