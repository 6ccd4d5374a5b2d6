import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findLaunchDay } from '../../../core/check/launchDay';

it.each([
  ['Leeds, 14 September 2027', '2027-09-14'],
  ['LEEDS, England, Sept. 14, 2027 –', '2027-09-14'],
  ['September 14th, 2027', '2027-09-14'],
  ['the 1st of March 2028', '2028-03-01'],
  ['Berlin, 3. März 2028', '2028-03-03'],
  ['2027-09-14', '2027-09-14'],
  ['Wien, 14.9.2027', '2027-09-14'],
  ['14/09/2027', '2027-09-14'],
  ['29 February 2028', '2028-02-29'],
])('reads %s', (dateline, day) => {
  expect(findLaunchDay(dateline)?.day).toBe(day);
});

it.each(['', 'Leeds', 'September 2027', 'Q3 2027', '31 June 2027', '29 February 2027', '2027-13-01', 'soon'])(
  'finds no day in %j',
  (dateline) => {
    expect(findLaunchDay(dateline)).toBeNull();
  },
);

it('quotes the words it read, whatever stands around them', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const found = findLaunchDay(`${before} 14 September 2027 ${after}`);
      const text = `${before} 14 September 2027 ${after}`;
      expect(found && text.slice(found.from, found.from + found.quote.length)).toBe(found?.quote);
      expect(found).not.toBeNull();
    }),
  );
});
