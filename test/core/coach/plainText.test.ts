import { expect, test } from 'vitest';
import { createCoach } from '../../../core/coach/runCoach';
import { readMarkdown } from '../../../core/import/readText';
import { readCoachFiles } from './coachFiles';

const coach = createCoach(readCoachFiles());

/** What is asked firmly about a text that was never in a library. */
const firmRules = (text: string) =>
  coach
    .check(readMarkdown(text, 'told').content, '2026-11-23')
    .filter(({ level }) => level !== 'look')
    .map(({ rule, quote }) => `${rule}: ${quote}`);

const ferry = `# Harbor Pass gives ferry commuters one ticket for boat, bus and bike

Seattle, WA – May 3, 2027

Commuters who cross the sound by ferry buy three tickets each morning. Harbor Pass, opening today, is one ticket
on the phone that works on the boat, the bus and the shared bike.

A nurse who lives in Bremerton pays $9.85 for the ferry, $2.75 for the bus and $1 to unlock a bike. In a count in
October 2025, 312 of 900 riders missed the first bus because they were buying a ticket.

The proverb says, “two is one and one is none of them all,” so there is a card as well. Today the alternative is a
card that covers the bus and the boat but not the bike. As the sign at the dock says, “Have your three tickets ready
before the gate.” Riders tap once, and the bus and the bike know the tap for two hours.

Visit harborpass.example to get one. A monthly pass costs $139.
`;
const faq = (answer: string) => `
## FAQ

### How much is it?

${answer}

### What if my phone dies?

Use the card. The card costs $3 once.
`;

test('sums that people pay today, and proverbs, raise nothing in a release without sections', () => {
  expect(firmRules(ferry + faq('$139 a month.'))).toEqual([]);
});

test('another price of the product still does', () => {
  const rules = firmRules(ferry.replace('costs $139', 'costs $139 a month') + faq('€139 a month.'));
  expect(rules).toEqual(['contradiction: $139', 'contradiction: €139']);
});

test('a post is asked firmly about its day alone', () => {
  const post = `# Introducing Tidemark\n\n${'We rebuilt how a folder comes back from a backup. '.repeat(24)}`;
  expect(firmRules(post)).toEqual(['launch-date: ']);
});

test('a dateline below a sub-heading is found, and its day is judged', () => {
  const release = (year: string) =>
    `# Blue Corp. launches Melinda, a mailbox\n\nParcels wait in the cool.\n\nLONDON, 5 November ${year} — Blue Corp. today opened it.`;
  const dated = (year: string) => firmRules(release(year)).filter((name) => name.startsWith('launch-date'));
  expect(dated('2027')).toEqual([]);
  expect(dated('2025')).toEqual(['launch-date: 5 November 2025']);
});
