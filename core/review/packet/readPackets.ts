import { byTime } from '../readThreads';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';

/** Where one packet stands. */
export interface PacketStanding {
  /** Null for one that was made in another library. */
  packet: ReviewRecordOf<'packet'> | null;
  id: string;
  /** Its reader; '' for customers without a name. */
  reader: string;
  /** Everything that came back from it, oldest first. */
  records: readonly PacketRecord[];
  /** How many people answered: several customers can answer one packet. */
  people: number;
  /** When the latest of it was written; null while nothing came back. */
  answeredAt: string | null;
  /** How many of its records are merely claimed, since no seal was found on them. */
  claimed: number;
}

export type PacketRecord = Exclude<ReviewRecord, { kind: 'packet' }>;

/** Every packet of a narrative with what came back from it: those made here first, in the order they were made. */
export function readPackets(records: Iterable<ReviewRecord>): PacketStanding[] {
  const packets = new Map<string, ReviewRecordOf<'packet'> | null>();
  const answers = new Map<string, PacketRecord[]>();
  const all = [...records].sort(byTime);
  for (const record of all) if (record.kind === 'packet') packets.set(record.id, record);
  for (const record of all) {
    const { kind, packet: id = '' } = record.origin;
    if (record.kind === 'packet' || kind !== 'packet' || id === '') continue;
    if (!packets.has(id)) packets.set(id, null);
    answers.set(id, [...(answers.get(id) ?? []), record]);
  }
  return [...packets].map(([id, packet]) => standingOf(id, packet, answers.get(id) ?? []));
}

function standingOf(
  id: string,
  packet: PacketStanding['packet'],
  records: readonly PacketRecord[],
): PacketStanding {
  const customers = new Set(
    records.flatMap((each) => (each.kind === 'customerAnswer' ? [each.customer] : [])),
  );
  const hasAnswer = records.length > 0 ? 1 : 0;
  return {
    packet,
    id,
    reader: packet?.reader ?? records[0]?.by ?? '',
    records,
    people: packet?.purpose === 'customers' ? Math.max(customers.size, hasAnswer) : hasAnswer,
    answeredAt: records.at(-1)?.at ?? null,
    claimed: records.filter(({ origin }) => origin.isSealed !== true).length,
  };
}
