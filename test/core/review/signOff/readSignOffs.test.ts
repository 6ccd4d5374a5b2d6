import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../../core/narrative/narrativeDoc';
import { mergeRecords, recordsById } from '../../../../core/review/mergeRecords';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import { isProven, readSignOffs } from '../../../../core/review/signOff/readSignOffs';
import { anySignings, signing } from './signingArbitrary';

const content = emptyContent();
/** As if every part said what `v1` names. */
const read = (records: Iterable<ReviewRecord>) => readSignOffs(records, content, () => 'v1');
const later = '2026-11-22T10:00:00.000Z';
const claimedOrigin = { kind: 'packet', file: 'who.html', isSealed: false } as const;

describe('sign-offs', () => {
  test('read the same from records in any order, and from libraries merged in any order', () => {
    fc.assert(
      fc.property(anySignings, fc.infiniteStream(fc.nat()), fc.nat(8), (records, shuffle, cut) => {
        const shuffled = records
          .map((record) => [shuffle.next().value, record] as const)
          .sort(([a], [b]) => a - b)
          .map(([, record]) => record);
        expect(read(shuffled)).toEqual(read(records));
        const [one, other] = [recordsById(records.slice(0, cut)), recordsById(records.slice(cut))];
        expect(read(Object.values(mergeRecords(one, other)))).toEqual(read(records));
        expect(read(Object.values(mergeRecords(other, one)))).toEqual(read(records));
      }),
    );
  });

  test('hold exactly for the text that was signed', () => {
    fc.assert(
      fc.property(anySignings, (records) => {
        for (const { holds, record } of Object.values(read(records)).flat())
          expect(holds).toBe(record.version === 'v1');
      }),
    );
  });

  test('are taken back by whoever gave them, and given again', () => {
    const signed = signing();
    const takenBack = signing({ id: 'two', at: later, isSigned: false });
    expect(read([signed]).release).toMatchObject([{ record: signed, trust: 'here', holds: true }]);
    expect(read([takenBack, signed]).release).toEqual([]);
    const again = signing({ id: 'three', at: '2026-11-23T10:00:00.000Z', by: ' ines halloran' });
    expect(read([again, takenBack, signed]).release).toMatchObject([{ record: again }]);
    const other = signing({ id: 'four', at: later, by: 'Ruth Adebayo', isSigned: false });
    expect(read([signed, other]).release).toMatchObject([{ record: signed }]);
  });

  test('of somebody who is known are never touched by what a file only claims', () => {
    fc.assert(
      fc.property(anySignings, anySignings, (records, more) => {
        const forged = more.map((record) => ({ ...record, id: `f${record.id}`, origin: claimedOrigin }));
        const proven = (all: ReviewRecord[]) => Object.values(read(all)).flat().filter(isProven);
        expect(proven([...records, ...forged])).toEqual(proven(records));
      }),
    );
  });

  test('that are only claimed stand apart, until the person has the last word', () => {
    const claimed = signing({ id: 'two', at: later, origin: claimedOrigin, version: 'v2' });
    expect(read([signing(), claimed]).release).toMatchObject([
      { trust: 'here', holds: true },
      { trust: 'claimed', holds: false },
    ]);
    const own = signing({ id: 'three', at: '2026-11-23T10:00:00.000Z', isSigned: false });
    expect(read([signing(), claimed, own]).release).toEqual([]);
  });
});
