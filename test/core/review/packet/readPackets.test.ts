import { describe, expect, it } from 'vitest';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import { parseAnswer, readAnswer, type SealState } from '../../../../core/review/packet/readAnswer';
import { readPackets } from '../../../../core/review/packet/readPackets';
import { tellMerged } from '../../../../core/review/packet/tellMerged';
import { packetRecord, someAnswer, someComment, somePacket } from '../../../support/somePacket';

const packet = packetRecord(somePacket());
const recordsOf = (seal: SealState) =>
  readAnswer(parseAnswer(someAnswer(somePacket(), [someComment()])), { packet, seal, takesChanged: false })
    .records;

describe('The standing of packets', () => {
  it('tells what came back, when, and how much of it is merely claimed', () => {
    expect(readPackets([packet])).toMatchObject([{ id: 'packet1', people: 0, answeredAt: null, claimed: 0 }]);
    expect(readPackets([...recordsOf('missing'), packet])).toMatchObject([
      { reader: 'Ines Duarte', people: 1, answeredAt: '2027-03-02T09:30:00.000Z', claimed: 1 },
    ]);
  });

  it('lists answers to packets that were made elsewhere', () => {
    expect(readPackets(recordsOf('missing'))).toMatchObject([
      { packet: null, reader: 'Ines Duarte', people: 1 },
    ]);
  });

  it('knows a claimed remark better once it comes sealed, in whatever order', () => {
    const [claimed, sealed] = [recordsById(recordsOf('missing')), recordsById(recordsOf('holds'))];
    expect(Object.keys(claimed)).toEqual(Object.keys(sealed));
    expect(mergeRecords(claimed, sealed)).toEqual(sealed);
    expect(mergeRecords(sealed, claimed)).toEqual(sealed);
  });
});

describe('What came of merging', () => {
  const none = { remarks: 0, signOffs: 0, modelAnswers: 0, customerAnswers: 0 };
  const counts = { answers: 4, added: { ...none, remarks: 31 }, known: 0, orphans: 2, claimed: 0 };

  it.each([
    [counts, 'Merged 4 answers: 31 remarks, none twice. 2 stand on deleted text.'],
    [{ ...counts, orphans: 0, known: 12 }, 'Merged 4 answers: 31 remarks, 12 more were here already.'],
    [
      { ...counts, answers: 1, added: none, orphans: 0, known: 3 },
      'Merged 1 answer: nothing new, all of it was here already.',
    ],
    [
      { ...counts, added: { ...none, remarks: 1, signOffs: 2, customerAnswers: 1 }, orphans: 1, claimed: 1 },
      'Merged 4 answers: 1 remark, 2 sign-offs and 1 customer’s answer, none twice. 1 stands on deleted text. 1 answer is merely claimed.',
    ],
    [{ ...counts, answers: 0, added: none, orphans: 0 }, ''],
  ])('is told in a sentence', (given, sentence) => {
    expect(tellMerged(given)).toBe(sentence);
  });
});
