import { expect, test } from 'vitest';
import { daysBetween, longDate, nearDay, nearTime } from '../../../renderer/ui/dates';

const now = new Date(2026, 10, 23, 12, 0);

test.each([
  [new Date(2026, 10, 23, 9, 41), 'Today', '09:41 today'],
  [new Date(2026, 10, 22, 23, 59), 'Yesterday', '23:59 yesterday'],
  [new Date(2026, 10, 20, 8, 0), 'Friday', 'Friday, 08:00'],
  [new Date(2026, 10, 12, 8, 5), '12 Nov', '12 Nov, 08:05'],
  [new Date(2025, 9, 28, 8, 0), '28 Oct 2025', '28 Oct 2025, 08:00'],
])('%s', (date, day, time) => {
  expect(nearDay(date, now)).toBe(day);
  expect(nearTime(date, now)).toBe(time);
});

test('days are counted by the calendar, not by hours', () => {
  expect(daysBetween(new Date(2026, 10, 23, 23, 59), new Date(2026, 10, 24, 0, 1))).toBe(1);
  expect(daysBetween(now, new Date(2027, 8, 14))).toBe(295);
});

test('the masthead is dated like a front page', () => {
  expect(longDate(now)).toBe('Monday, 23 November 2026');
});
