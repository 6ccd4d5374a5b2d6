import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownRecords } from '../../../core/review/knownRecords';
import { mergeRecords } from '../../../core/review/mergeRecords';
import { contactId, excitementTestId, removalId } from '../../../core/review/ownId';
import type { ReviewRecord, ReviewRecordOf, ReviewRecords } from '../../../core/review/reviewRecord';

const later = '2026-11-02T10:00:00Z';
const head = { at: '2026-11-01T10:00:00.000Z', by: '', origin: { kind: 'here', file: '' } } as const;
const customers = ['one', 'two'];
const contactIds = customers.map(contactId);
const [first = '', second = ''] = contactIds;

const contact = (
  customer: string,
  name = 'Ada',
  at: string = head.at,
): ReviewRecordOf<'customerContact'> => ({
  ...head,
  at,
  id: contactId(customer),
  kind: 'customerContact',
  customer,
  name,
  contact: 'ada@example.com',
});
const removal = (record: string, id = removalId(record)): ReviewRecord => ({
  ...head,
  id,
  kind: 'removal',
  record,
});

const mark = {
  people: 30,
  veryDisappointedPercent: 40,
  commitment: 'time',
  commitmentPercent: 10,
  until: '2026-12-01',
} as const;
const excitementTest = (veryDisappointedPercent: number): ReviewRecordOf<'excitementTest'> => {
  const fields = { ...head, version: 'v', draft: 3, passMark: { ...mark, veryDisappointedPercent } };
  return { ...fields, id: excitementTestId(fields), kind: 'excitementTest' };
};

/** Contacts, their removals, and records that claim the ids of either, made up by somebody else. */
const anyRemovable: fc.Arbitrary<ReviewRecords> = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(...customers)
        .chain((one) => fc.constantFrom(contact(one), contact(one, 'Bo'), contact(one, 'Cy', later))),
      fc.constantFrom(...contactIds).map((id) => ({ ...contact('forged'), id })),
      fc.constantFrom(...contactIds).map((id) => removal(id)),
      fc
        .constantFrom(...contactIds, ...contactIds.map(removalId))
        .map((id): ReviewRecord => ({ ...head, id, kind: 'reply', thread: 'c', text: 'mine' })),
      fc.constantFrom(...contactIds, removalId(first)).map((id) => removal(second, id)),
      fc.constantFrom(excitementTest(40), { ...excitementTest(5), id: excitementTest(40).id }),
    ),
    { maxLength: 6 },
  )
  .map((records) => Object.fromEntries(records.map((record) => [record.id, record])));

const textOf = (records: ReviewRecords) => JSON.stringify(records);

describe('removing a contact', () => {
  test('merges the same in every order, and twice', () => {
    fc.assert(
      fc.property(anyRemovable, anyRemovable, anyRemovable, (a, b, c) => {
        const merged = mergeRecords(a, b);
        expect(textOf(mergeRecords(merged, b))).toBe(textOf(merged));
        expect(textOf(mergeRecords(b, a))).toBe(textOf(merged));
        expect(textOf(mergeRecords(merged, c))).toBe(textOf(mergeRecords(a, mergeRecords(b, c))));
      }),
    );
  });

  test('holds for good, whatever is merged afterwards', () => {
    fc.assert(
      fc.property(fc.array(anyRemovable, { maxLength: 5 }), (packets) => {
        const removed = { [removalId(first)]: removal(first) };
        const merged = packets.reduce<ReviewRecords>(mergeRecords, removed);
        expect(textOf(merged)).not.toContain('"customer":"one"');
        expect(merged[removalId(first)]).toMatchObject({ kind: 'removal', record: first });
      }),
    );
  });

  test('takes nothing else away', () => {
    const comment: ReviewRecord = { ...head, id: 'c', kind: 'reply', thread: 't', text: 'Why?' };
    const all = mergeRecords<ReviewRecord>(
      { c: comment, [first]: contact('one') },
      { [removalId('c')]: removal('c') },
    );
    expect(Object.keys(all).sort()).toEqual(['c', first, removalId('c')].sort());
    expect(mergeRecords(all, { x: removal(first, 'x') })[first]).toEqual(contact('one'));
  });

  test('takes all that a customer said of themselves, of which the latest held', () => {
    const early = { [first]: contact('one') };
    const late = { [first]: contact('one', 'Cy', later) };
    expect(mergeRecords(early, late)[first]).toMatchObject({ name: 'Cy' });
    const removed = mergeRecords<ReviewRecord>(early, { [removalId(first)]: removal(first) });
    expect(Object.keys(mergeRecords<ReviewRecord>(removed, late))).toEqual([removalId(first)]);
  });
});

test('another pass mark under the id of a test never takes its place', () => {
  const fixed = excitementTest(40);
  for (const percent of [0, 5, 39, 41, 100]) {
    const forged = { ...excitementTest(percent), id: fixed.id };
    for (const merged of [
      mergeRecords({ [fixed.id]: fixed }, { [fixed.id]: forged }),
      mergeRecords({ [fixed.id]: forged }, { [fixed.id]: fixed }),
    ])
      expect(knownRecords(merged)).toEqual([fixed]);
  }
});
