import type { RichNode } from '../../../core/narrative/richText';
import { paragraph, withPart, withSection } from '../check/narratives';
import { adding, release, soundRelease, withFaq } from './release';
import type { RuleCases } from './ruleCases';

const list = (type: 'bulletList' | 'orderedList', ...items: string[]): RichNode => ({
  type,
  content: items.map((item): RichNode => ({ type: 'listItem', content: [paragraph(item)] })),
});
const withList = (section: string, node: RichNode) =>
  withSection(release(), { part: 'release', section }, paragraph(soundRelease[section] ?? ''), node);
const customer = (text: string) => release({ customerQuote: text });
const generic = (subheading: string) =>
  release({
    heading: 'Osterby launches Fairmend, a fixed repair price',
    subheading,
    summary: 'Osterby today opened Fairmend. They film the fault and receive one fixed price nearby.',
  });
const noNumbers = {
  subheading: 'Households in Leeds film a broken appliance and know at once what the repair costs.',
  problem: 'A machine stops and a household in Leeds waits. According to the tip, people buy.',
};
const spread = (last: string) =>
  withFaq(
    'internalFaq',
    [
      'What does it cost?',
      'Not known yet; the margin is open, says finance in Leeds and it will be counted in May.',
    ],
    ['How many households would pay in this market?', 'Of the 300,000 in Leeds one in ten would.'],
    [
      'Which risks and laws apply, and could it fail?',
      `The contract law of repairs, and the risk of bad films. ${last}`,
    ],
    [
      'Who repairs?',
      `${'A repairer nearby who has mended that model before comes to the house. '.repeat(18)}`,
    ],
  );

/** Cases of the checks that look at sections, quotations and parts. */
export const structureCases: Readonly<Record<string, RuleCases>> = {
  'thin-problem': {
    asks: [
      release({
        problem: 'Repairs are dear, says a report of 2026.',
        solution: `${soundRelease.solution} `.repeat(2),
      }),
      release({ problem: 'In 2026 nobody knew the price.', solution: `${soundRelease.solution} `.repeat(2) }),
      release({
        problem: 'In 2026, 24 of 40 machines needed a part.',
        solution: `${soundRelease.solution} `.repeat(2),
      }),
    ],
    silent: [
      release(),
      release({ problem: 'Short, as in 2026.', solution: 'Also short today.' }),
      release({ problem: '' }),
    ],
  },
  'no-named-customer': {
    asks: [
      generic('Users save time with it.'),
      generic('It helps customers to mend.'),
      generic('A service for businesses.'),
    ],
    silent: [
      release(),
      generic('It helps people who rent in Leeds.'),
      generic('It helps dentists and their customers.'),
    ],
  },
  'problem-without-evidence': {
    asks: [
      release({ problem: 'Repairs are slow and dear. Nobody knows the price.' }),
      release({ problem: 'It is hard to mend a machine, and so people buy.' }),
      release({ problem: 'People are fed up.' }),
    ],
    silent: [
      release(),
      release({ problem: 'Repairs are slow [NEEDS EVIDENCE].' }),
      release({ problem: '“I would have had it mended if I had known,” one of them told the counter.' }),
    ],
  },
  'invented-precision': {
    asks: [
      customer(
        '“It took 12 hours and 4 rounds. Now it takes 3 hours and 2 rounds,” said Tomasz Birch, a driver.',
      ),
      customer(
        '“We went from 60% to 95% and saved 120 hours. It was slow before,” said Tomasz Birch, a driver.',
      ),
      customer(
        '“Repairs were slow. Now they are 75% faster, 40% cheaper and 3x safer,” said Tomasz Birch, a driver.',
      ),
    ],
    silent: [
      release(),
      customer('“It was £54 in June, and it was on again by Friday night,” said Tomasz Birch, a driver.'),
      customer(
        '“It took 12 hours and 4 rounds. Now it takes 3 hours [TARGET],” said Tomasz Birch, a driver.',
      ),
    ],
  },
  'no-number': {
    asks: [
      release(noNumbers),
      release({ ...noNumbers, about: 'Osterby has 9 shops.' }),
      release({ ...noNumbers, gettingStarted: 'Call 0113 555 014 and film it.' }),
    ],
    silent: [
      release(),
      release({ ...noNumbers, solution: 'It takes two hours. Today people guess.' }),
      release({ ...noNumbers, solution: 'It costs £30. Today people guess.' }),
    ],
  },
  'feature-list': {
    asks: [
      withList('solution', list('bulletList', 'Calendars', 'Reminders', 'Tags')),
      adding('solution', 'It includes calendars, reminders, tags, filters and exports.'),
      withList('solution', list('bulletList', 'A lamp', 'A fan', 'A lock', 'A stand')),
    ],
    silent: [
      release(),
      withList('solution', list('bulletList', 'Calendars, so that nobody waits', 'Reminders', 'Tags')),
      adding('solution', 'It includes calendars and reminders.'),
    ],
  },
  'marketing-quote': {
    asks: [
      customer(
        '“Fairmend delivers seamless value and Fairmend is a robust solution,” said Tomasz Birch, a driver.',
      ),
      customer(
        '“The platform brings innovative capabilities to our workflow journey,” said Tomasz Birch, a driver.',
      ),
      release({
        leaderQuote:
          '“Fairmend empowers customers and drives efficiency across the ecosystem,” said Ines Halloran, CEO.',
      }),
    ],
    silent: [
      release(),
      customer(
        '“I sorted receipts on the kitchen floor. On Friday I was done,” said Tomasz Birch, a driver.',
      ),
      release({
        leaderQuote:
          '“I had nine tins in the cellar and nobody knew where,” said Ines Halloran, who leads it.',
      }),
    ],
  },
  'no-before-after': {
    asks: [
      customer('“It is a wonderful service and very friendly people,” said Tomasz Birch, a driver.'),
      customer('“This is a great locker with a fine green door,” said Tomasz Birch, a driver.'),
      customer('“I recommend it to all my friends and family,” said Tomasz Birch, a driver.'),
    ],
    silent: [
      release(),
      customer(
        '“I used to ring five people. On Monday she was two benches away,” said Tomasz Birch, a joiner.',
      ),
      customer('“Before, I waited for a week. Now it runs again,” said Tomasz Birch, a driver.'),
    ],
  },
  'unnamed-quote': {
    asks: [
      customer('“I used to wait a week. On Friday it ran again,” said a customer.'),
      customer('“I used to wait a week. On Friday it ran again,” said Sample Person, Member Organization.'),
      customer('“I used to wait a week. On Friday it ran again.”'),
    ],
    silent: [
      release(),
      customer('“I used to wait a week. On Friday it ran again,” said a bus driver. [INVENTED]'),
      customer('“I used to wait a week. On Friday it ran again.”\n— Tomasz Birch, bus driver'),
    ],
  },
  'insiders-only': {
    asks: [
      customer(
        '“I used to wait a week. On Friday it ran again,” said Tomasz Birch, head of repairs at Osterby.',
      ),
      customer(
        '“I was in the shop, and now it is full again,” said Tomasz Birch, product manager at Osterby.',
      ),
      customer('“Last year I sold machines, now I mend them,” said Tomasz Birch of Osterby.'),
    ],
    silent: [
      release(),
      customer(
        '“I used to wait a week. On Friday it ran again,” said Tomasz Birch, product manager at TechStart.',
      ),
      release({ leaderQuote: '' }),
    ],
  },
  'too-long': {
    asks: [300, 500, 900].map((count) => release({ about: 'word '.repeat(count + 200) })),
    silent: [release(), adding('about', 'Osterby mends.'), release({ about: 'word '.repeat(200) })],
  },
  'too-short': {
    asks: [
      release({ problem: '' }),
      release(Object.fromEntries(Object.keys(soundRelease).map((key) => [key, '']))),
      release(Object.fromEntries(Object.keys(soundRelease).map((key) => [key, 'Leeds, 14 September 2027']))),
    ],
    silent: [release(), release({ about: 'Osterby mends.' }), release({ about: '' })],
  },
  'name-drift': {
    asks: [
      release({
        heading: 'Osterby launches Bill Buddy, a fixed repair price for households',
        solution: 'YumSnap! names the price. With YumSnap! nobody guesses.',
        summary: 'It is a fixed price for households.',
        callToAction: 'Go to bill.example.',
        gettingStarted: 'Film it.',
      }),
      adding('solution', 'Osterby calls it FairMend.'),
      withFaq('customerFaq', ['Is it for me?', 'Yes, if you like, FairMend is for you.']),
    ],
    silent: [
      release(),
      adding('solution', 'FAIRMEND is on the door.'),
      adding('solution', 'People in Leeds like it.'),
      release({
        heading: 'Osterby launches Silent Step: no payment falls through',
        summary: 'Shops that switch on 3-D Secure believe each payment is asked about.',
        problem: 'In 2026, 9 of 40 shops found that 3-D Secure had let payments pass.',
        solution: 'Until now a shop with 3-D Secure had to guess. From today it decides.',
        gettingStarted: 'Open pay.example.',
        callToAction: 'Go to pay.example.',
      }),
    ],
  },
  'launch-date': {
    asks: ['Leeds', 'Leeds, autumn 2027', 'Leeds, 14 September 2025', 'Leeds, soon'].map((dateline) =>
      release({ dateline }),
    ),
    silent: ['Leeds, 14 September 2027', 'LEEDS — 2027-09-14', 'Berlin, 3. Mai 2027'].map((dateline) =>
      release({ dateline }),
    ),
  },
  'no-place-to-start': {
    asks: [
      release({ gettingStarted: 'Film the fault.', callToAction: 'Learn more about this offer.' }),
      release({ gettingStarted: 'Choose a day.', callToAction: 'Households are welcome.' }),
      release({ gettingStarted: 'Just begin.', callToAction: 'It is open.' }),
    ],
    silent: [
      release(),
      release({ gettingStarted: 'Film the fault.', callToAction: 'Ring 0113 555 0140.' }),
      release({ gettingStarted: 'Film the fault.', callToAction: 'It is in both app stores.' }),
    ],
  },
  'hard-start': {
    asks: [
      release({ gettingStarted: 'Contact sales and migrate your data at fairmend.example.' }),
      withList('gettingStarted', list('orderedList', 'Open it', 'Film it', 'Say it', 'Sign it', 'Send it')),
      release({ gettingStarted: 'First open it, then film it, then sign it, then send it. Finally, wait.' }),
    ],
    silent: [
      release(),
      withList('gettingStarted', list('orderedList', 'Open it', 'Film it')),
      release({ gettingStarted: 'There is nothing to configure at fairmend.example.' }),
    ],
  },
  'no-alternative': {
    asks: [
      release({
        solution:
          'The price comes first. The customer films the machine and answers three questions about it.',
      }),
      release({
        solution: 'A repairer names one price and comes on the day that the customer chose in the film.',
      }),
      release({ solution: 'Fairmend names the price. A repairer comes. The machine runs.' }),
    ],
    silent: [
      release(),
      release({
        solution: 'Today people guess; with Fairmend they know the price when they have filmed it.',
      }),
      release({
        solution: 'People keep a spreadsheet of repairers; Fairmend names one price and one day for it.',
      }),
    ],
  },
  'easy-questions': {
    asks: [
      withFaq('internalFaq', ['Which colour?', 'Green.']),
      spread(''),
      withFaq('internalFaq', ['What does it cost?', '£3.'], ['Which laws apply?', 'Two.']),
    ],
    silent: [
      release(),
      withFaq('customerFaq', ['Which colour?', 'Green.']),
      spread('It must be true that films suffice; we assume it.'),
    ],
  },
  'question-dodged': {
    asks: [
      withFaq('customerFaq', ['What does it cost?', 'We offer flexible plans.']),
      withFaq('customerFaq', ['Is it safe?', 'It depends on the machine.']),
      withFaq('customerFaq', ['When can I book?', 'Booking matters to Osterby.']),
    ],
    silent: [
      withFaq('customerFaq', ['What does it cost?', '£3 a visit.']),
      withFaq('customerFaq', ['Is it safe?', 'Yes.']),
      withFaq('customerFaq', ['How many will pay?', 'Not known yet.']),
      withFaq('customerFaq', ['Can I change the day?', 'You can change it until noon.']),
    ],
  },
  'claim-without-measure': {
    asks: ['The customer can choose a day.', 'It is safer.', 'They no longer wait.'].map((claim) =>
      withSection(adding('solution', claim), { part: 'brief', section: 'measure' }, paragraph('')),
    ),
    silent: [
      release(),
      adding('solution', 'The customer can choose a day.'),
      withPart(
        withSection(adding('solution', 'It is safer.'), { part: 'brief', section: 'measure' }, paragraph('')),
        'plan',
        [paragraph('We measure 100 repairs a week.')],
      ),
    ],
  },
};
