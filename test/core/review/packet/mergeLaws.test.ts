import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import type { AnswerRecord } from '../../../../core/review/packet/packetAnswer';
import type { PacketFile } from '../../../../core/review/packet/packetFile';
import { parseAnswer, readAnswer, type SealState } from '../../../../core/review/packet/readAnswer';
import { readPackets } from '../../../../core/review/packet/readPackets';
import { readThreads } from '../../../../core/review/readThreads';
import { packetRecord, someAnswer, someComment, somePacket } from '../../../support/somePacket';

const seed = 20261202;
type Records = ReturnType<typeof recordsById>;

const packets: readonly PacketFile[] = ['one', 'two', 'three'].map((id, index) =>
  somePacket({ id, reader: ['Ines', '<b>Tom</b>', ''][index] ?? '' }),
);

/** What a reader said: few ids and few words, so that answers often repeat or contradict each other. */
const anySaid = (packet: PacketFile): fc.Arbitrary<AnswerRecord[]> => {
  const { at, anchor } = someComment();
  const head = (number: number) => ({ id: `${packet.id}.a.${number}`, at, by: packet.reader });
  const comment = fc
    .record({ number: fc.integer({ min: 1, max: 3 }), text: fc.constantFrom('Yes', 'No', '‮</script>') })
    .map(({ number, text }): AnswerRecord => ({ kind: 'comment', anchor, text, ...head(number) }));
  const reply = fc.constantFrom('So?', 'Why?').map((text) => ({ kind: 'reply' as const, text, ...head(9) }));
  const comments = fc.uniqueArray(comment, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
  return fc.tuple(comments, fc.option(reply)).map(([said, answered]) => {
    const [first] = said;
    return first && answered ? [...said, { ...answered, thread: first.id }] : said;
  });
};

const anyAnswer = fc.constantFrom(...packets).chain((packet) =>
  fc
    .tuple(anySaid(packet), fc.constantFrom<SealState>('holds', 'broken', 'missing'), fc.boolean())
    .map(([said, seal, isHere]): Records => {
      const ground = { packet: isHere ? packetRecord(packet) : null, seal, takesChanged: true };
      return recordsById(readAnswer(parseAnswer(someAnswer(packet, said)), ground).records);
    }),
);

const start: Records = recordsById([packetRecord(somePacket({ id: 'one', reader: 'Ines' }))]);
const mergeAll = (answers: readonly Records[]): Records =>
  answers.reduce((all, answer) => mergeRecords(all, answer), start);
const viewOf = (records: Records) => {
  const all = Object.values(records);
  return { threads: readThreads(all), packets: readPackets(all) };
};

describe('Merging answers of packets', () => {
  const answers = fc.array(anyAnswer, { maxLength: 6 });

  it(`says the same in any order, and the same the second time (seed ${seed})`, () => {
    fc.assert(
      fc.property(answers, fc.array(fc.nat(), { maxLength: 8 }), (given, picks) => {
        const merged = mergeAll(given);
        const again = picks.flatMap((pick) => given.slice(pick % 6, (pick % 6) + 1));
        const other = mergeAll([...again, ...given.toReversed(), ...again]);
        expect(other).toEqual(merged);
        expect(viewOf(other)).toEqual(viewOf(merged));
      }),
      { seed },
    );
  });

  it(`says the same however the answers were merged before (seed ${seed})`, () => {
    fc.assert(
      fc.property(answers, answers, answers, (a, b, c) => {
        const [one, two, three] = [mergeAll(a), mergeAll(b), mergeAll(c)];
        expect(mergeRecords(mergeRecords(one, two), three)).toEqual(
          mergeRecords(one, mergeRecords(two, three)),
        );
      }),
      { seed },
    );
  });

  it(`replaces nothing: whatever was there says what it said (seed ${seed})`, () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const known = mergeAll(before);
        const merged = after.reduce((all, answer) => mergeRecords(all, answer), known);
        const said = (record: object | undefined) => ({ ...record, origin: null });
        for (const id of Object.keys(known)) expect(said(merged[id])).toEqual(said(known[id]));
      }),
      { seed },
    );
  });
});
