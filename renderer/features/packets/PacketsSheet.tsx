import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartKey } from '../../../core/narrative/parts';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import type { PacketOrder } from '../../../core/review/packet/packetOrder';
import type { PacketStanding } from '../../../core/review/packet/readPackets';
import { EmptyState } from '../../ui/EmptyState';
import { Sheet } from '../../ui/Sheet';
import { MakePackets } from './MakePackets';
import { MergeBox } from './MergeBox';
import { PacketList } from './PacketList';
import classes from './Packets.module.css';
import type { MergeOrder } from './useMerging';

interface PacketsSheetProps {
  standings: readonly PacketStanding[];
  /** Of the narrative as it is now. */
  version: string;
  written: readonly PartKey[];
  /** Id of the newest excitement test; '' where there is none. */
  test: string;
  /** ISO date. */
  today: string;
  onMake: (order: PacketOrder) => Promise<void>;
  onMerge: (order: MergeOrder) => Promise<MergedAnswers>;
}

const lede =
  'A packet is one file that opens in any browser, with nothing installed and nothing sent. What readers say comes back as a small file.';

/** Packets: made here, merged here, and where each of them stands. */
export function PacketsSheet({ standings, onMerge, ...making }: PacketsSheetProps) {
  const [isMaking, setMaking] = useState(false);
  const { version, onMake, written, test, today } = making;
  return (
    <Sheet title="Packets" lede={lede} wide>
      {standings.length === 0 ? (
        <EmptyState
          line="No packet yet."
          quiet="Make one for each reader. It shows the text as it is now, and nobody sees what the others say."
          action={<Button onClick={() => setMaking(true)}>Make packets</Button>}
        />
      ) : (
        <section className={classes.section} aria-labelledby="packets-title">
          <div className={classes.tools}>
            <h2 id="packets-title">Where they stand</h2>
            <Button onClick={() => setMaking(true)}>Make packets</Button>
          </div>
          <PacketList standings={standings} version={version} />
          <p className={classes.quiet}>
            Sealed: the file bears the seal of the packet that was made for this reader, so it came from
            whoever had that packet. Claimed: nothing but the file itself says who wrote it.
          </p>
        </section>
      )}
      <MergeBox onMerge={onMerge} />
      {isMaking && (
        <MakePackets
          written={written}
          test={test}
          today={today}
          onMake={onMake}
          onClose={() => setMaking(false)}
        />
      )}
    </Sheet>
  );
}
