import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../../../core/import/foreign/datelines';

/** The dateline and what follows it, as `readDateline` parts them. */
function parted(text: string): [string, string] | null {
  const shape = readDateline(text);
  return shape && [text.slice(0, shape.end).trim(), text.slice(shape.next)];
}

describe('a dateline', () => {
  it.each([
    ['LEEDS — September 14, 2027 — Osterby today', 'LEEDS — September 14, 2027', 'Osterby today'],
    ['Leeds, 14 September 2027 – Osterby today', 'Leeds, 14 September 2027', 'Osterby today'],
    ['SEATTLE, WA - (Jan 3, 2027) - Osterby today', 'SEATTLE, WA - (Jan 3, 2027)', 'Osterby today'],
    [
      'SEATTLE, Wash.–(BUSINESS WIRE)–Jan. 3, 2027–Osterby',
      'SEATTLE, Wash.–(BUSINESS WIRE)–Jan. 3, 2027',
      'Osterby',
    ],
    ['NEW YORK, May 4, 2027 /PRNewswire/ -- Osterby today', 'NEW YORK, May 4, 2027', 'Osterby today'],
    ['London, UK. 4 October 2027. Osterby today', 'London, UK. 4 October 2027', 'Osterby today'],
    ['Oslo: 2027-10-04: Osterby today', 'Oslo: 2027-10-04', 'Osterby today'],
    ['4 October 2027, Reedham – Osterby today', '4 October 2027, Reedham', 'Osterby today'],
    ['October 4th, 2027 | Reedham | Osterby today', 'October 4th, 2027 | Reedham', 'Osterby today'],
    ['Berlin, den 4. März 2027 – Osterby öffnet', 'Berlin, den 4. März 2027', 'Osterby öffnet'],
    ['Lyon, le 12 août 2027 — Osterby ouvre', 'Lyon, le 12 août 2027', 'Osterby ouvre'],
    ['Frankfurt am Main, 4.10.2027 - Osterby öffnet', 'Frankfurt am Main, 4.10.2027', 'Osterby öffnet'],
    ['[City], [Launch date] — Osterby today', '[City], [Launch date]', 'Osterby today'],
    ['Monday, 4 October 2027', 'Monday, 4 October 2027', ''],
    ['October 2027', 'October 2027', ''],
    ['SEATTLE — Osterby today', 'SEATTLE', 'Osterby today'],
  ])('%j is %j, then %j', (text, dateline, rest) => {
    expect(parted(text)).toEqual([dateline, rest]);
  });

  it.each([
    'In June 2022, the foundation published its plan.',
    'On 4 October 2027 Osterby opens.',
    'Since March 2020 — when everything closed — nobody came.',
    'Osterby was founded in June 2021 — by two menders.',
    'Today we open.',
    'The price — and nothing else — counts.',
  ])('is not %j', (text) => {
    expect(readDateline(text)).toBeNull();
  });

  it('never reaches past its text, whatever that is (seed 3)', () => {
    const text = fc.array(
      fc.constantFrom('OSLO', 'May', ' 3', ', ', '2027', ' — ', '(', ')', '. ', 'den', '[date]', 'we'),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join('');
        const shape = readDateline(whole);
        if (shape) expect(shape.end <= shape.next && shape.next <= whole.length && shape.end > 0).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
