import { useMemo } from 'react';
import { contentVersion } from '../../../core/format/contentVersion';
import { partKeys } from '../../../core/narrative/parts';
import { isBlank } from '../../../core/narrative/plainText';
import type { MadePacket, PacketOrder } from '../../../core/review/packet/packetOrder';
import { readPackets } from '../../../core/review/packet/readPackets';
import { byTime } from '../../../core/review/readThreads';
import { fromBase64 } from '../../client/base64';
import { useAction } from '../../client/useAction';
import { useSessionValue } from '../../editor/session/useSession';
import { PacketsSheet } from '../../features/packets/PacketsSheet';
import { localDay } from '../../ui/dates';
import { downloadFile } from '../../ui/downloadFile';
import { showToast } from '../../ui/showToast';
import type { SheetRegionProps } from './SheetRegion';

/** Packets that are handed to readers, and what comes back from them. */
export function PacketsRegion({ session, content }: SheetRegionProps) {
  const records = useSessionValue(session, (open) => open.review());
  const standings = useMemo(() => readPackets(records), [records]);
  const version = useMemo(() => contentVersion(content), [content]);
  const tests = records.filter(({ kind }) => kind === 'excitementTest').sort(byTime);
  const make = useAction('packets.make');
  const merge = useAction('packets.merge');
  const onMake = async (order: PacketOrder) => {
    await session.flush();
    const { packets } = await make.mutateAsync({ id: session.id, ...order });
    handOver(packets);
  };
  return (
    <PacketsSheet
      standings={standings}
      version={version}
      written={partKeys.filter((part) => !isBlank(content.parts[part]))}
      test={tests.at(-1)?.id ?? ''}
      today={localDay(new Date())}
      onMake={onMake}
      onMerge={(order) => merge.mutateAsync({ id: session.id, ...order })}
    />
  );
}

/** Gives the packets to the person, where the shell has not done so itself. */
function handOver(packets: readonly MadePacket[]): void {
  for (const { fileName, data } of packets)
    if (data !== null) downloadFile(fileName, 'text/html', fromBase64(data));
  const [first] = packets;
  if (first)
    showToast({
      message: packets.length === 1 ? `Made ${first.fileName}` : `Made ${packets.length} packets`,
    });
}
