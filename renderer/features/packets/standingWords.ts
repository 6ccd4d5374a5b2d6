import type { PacketStanding } from '../../../core/review/packet/readPackets';
import { countSaid, totalSaid } from '../../../core/review/packet/tellMerged';

/** Whose packet it is. */
export function readerWords({ packet, reader }: Pick<PacketStanding, 'packet' | 'reader'>): string {
  if (reader !== '') return reader;
  return packet?.purpose === 'review' ? 'A reader without a name' : 'Customers';
}

/** What came back from a packet: "12 remarks and 2 sign-offs"; '' while nothing did. */
export function answeredWords({ records, people, packet }: PacketStanding): string {
  const said = countSaid(records);
  if (totalSaid(said) === 0) return '';
  if (packet?.purpose === 'customers')
    return counted(people, 'customer has answered', 'customers have answered');
  const things = [
    [said.remarks, 'remark', 'remarks'],
    [said.signOffs, 'sign-off', 'sign-offs'],
    [said.modelAnswers, 'answer to what we share', 'answers to what we share'],
    [said.customerAnswers, 'answer of a customer', 'answers of customers'],
  ] as const;
  return things
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(count, one, many))
    .join(', ');
}

/** How sure it is that it came from this reader's packet, where anything came at all. */
export function sealWords({
  records,
  claimed,
}: PacketStanding): '' | 'Sealed' | 'Claimed' | 'Partly claimed' {
  if (records.length === 0) return '';
  if (claimed === 0) return 'Sealed';
  return claimed === records.length ? 'Claimed' : 'Partly claimed';
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
