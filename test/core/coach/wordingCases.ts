import { paragraph, withPart, withSection } from '../check/narratives';
import { adding, release, soundRelease, withFaq } from './release';
import type { RuleCases } from './ruleCases';

const solution = (words: string) => adding('solution', words);
const problem = (words: string) => adding('problem', words);
const pricedAt = (inRelease: string, inFaq: string) =>
  withPart(
    solution(inRelease),
    'customerFaq',
    withFaq('customerFaq', ['What does it cost?', inFaq]).parts.customerFaq.content ?? [],
  );
const customer = (text: string) => release({ customerQuote: text });

/** Cases of the checks that look at words and sentences. */
export const wordingCases: Readonly<Record<string, RuleCases>> = {
  'solution-before-problem': {
    asks: [
      problem('With Fairmend they would know.'),
      problem('That is why Osterby offers a fixed price.'),
      problem('Our solution ends this.'),
    ],
    silent: [release(), problem('The bank offers a loan for a new one.'), problem('A fair mend is rare.')],
  },
  everyone: {
    asks: [
      adding('summary', 'It is for everyone.'),
      adding('solution', 'Now anyone can mend anything.'),
      adding('summary', 'Businesses of all sizes love it.'),
      adding('summary', 'It helps students, nurses and small businesses.'),
    ],
    silent: [
      release(),
      solution('The price is there before anyone rings.'),
      adding('summary', 'It is for anyone who rents in Leeds.'),
      solution('Not everyone needs it.'),
    ],
  },
  'number-without-source': {
    asks: [
      release({ problem: 'People lose 40% of their machines to a small part.' }),
      release({ problem: 'A household waits 6 days for a visit.' }),
      solution('Repairs are 3x cheaper.'),
    ],
    silent: [
      release({ problem: 'People lost 40% of their machines in a survey of June 2026.' }),
      release({ problem: 'A household waits 6 days for a visit [ASSUMED].' }),
      solution('A visit costs £30.'),
      release({ problem: 'According to the council, 40% of machines need a small part.' }),
    ],
  },
  hype: {
    asks: [
      solution('It is seamless.'),
      solution('A groundbreaking, best in class service.'),
      solution('A state-of-the-art way to mend.'),
    ],
    silent: [
      release(),
      solution('It is open to members of The Innovative Kitchen club.'),
      solution('The council calls it “seamless and robust”.'),
    ],
  },
  weasel: {
    asks: [solution('Many like it.'), solution('It is often done.'), solution('It is now faster.')],
    silent: [
      solution('It says how many wait.'),
      solution('It is 3 hours faster.'),
      solution('“Many like it,” said Ines Halloran of Osterby.'),
    ],
  },
  emotion: {
    asks: [
      adding('summary', 'We are thrilled to announce it.'),
      adding('summary', 'Osterby is proud to present it.'),
      adding('summary', 'The team is delighted.'),
    ],
    silent: [
      release(),
      release({ leaderQuote: '“I am proud to open this shop again,” said Ines Halloran, who leads it.' }),
      solution('A proud owner sees it run.'),
    ],
  },
  'several-benefits': {
    asks: [
      adding('summary', 'It saves time, cuts costs, improves quality and reduces waste.'),
      adding('summary', 'Staff save fares, sleep at home, meet colleagues, see children and arrive rested.'),
      adding('summary', 'It simplifies calls, speeds up visits, protects budgets and boosts morale.'),
    ],
    silent: [
      release(),
      adding('summary', 'It saves a visit.'),
      solution('It saves time, cuts costs, improves quality and reduces waste.'),
    ],
  },
  'stock-person': {
    asks: ['Sarah Chen', 'Marcus Johnson', 'Alex Rivera'].map((name) =>
      customer(`“I used to wait. On Friday it ran again,” said ${name}, a baker.`),
    ),
    silent: [
      release(),
      customer('“I used to wait. On Friday it ran again,” said Sarah Birch, a baker.'),
      customer('“I used to wait. On Friday it ran again,” said Wei Chen, a baker.'),
    ],
  },
  'template-text': {
    asks: [
      solution('Price: TBD.'),
      solution('It costs [PRICE].'),
      release({ about: 'Your company name' }),
      release({ summary: `Summary Paragraph: ${soundRelease.summary}` }),
    ],
    silent: [
      solution('[NEEDS EVIDENCE: chargeback rate]'),
      solution('It is so far [ASSUMED].'),
      solution('Whether it is enough is not known yet.'),
      withFaq('customerFaq', ['What does it cost?', '£3 [TARGET].']),
    ],
  },
  acronym: {
    asks: [
      solution('It uses RAG.'),
      adding('summary', 'It meets the SCI rules.'),
      problem('The WEEE fee is high.'),
    ],
    silent: [
      solution('It sends a PDF.'),
      solution('It follows the software carbon intensity (SCI). The SCI is small.'),
      solution('The fee is SEK 40.'),
      release({ dateline: 'LEEDS, 14 September 2027' }),
    ],
  },
  technology: {
    asks: [
      adding('summary', 'It runs on a machine learning pipeline.'),
      problem('The database of parts is slow.'),
      adding('subheading', 'It has an API.'),
    ],
    silent: [
      solution('It has an API.'),
      adding('summary', 'Developers call the API.'),
      withFaq('internalFaq', ['What is hard?', 'The pipeline.']),
    ],
  },
  passive: {
    asks: [
      release({ solution: 'The request is processed. The price is sent. Until now the choice was a guess.' }),
      release({
        solution: 'Videos are checked, prices are compared and visits are booked. Today people guess.',
      }),
      release({
        problem: 'Machines are thrown away. Parts are kept in cellars. In June 2026 we counted 24.',
      }),
    ],
    silent: [
      release(),
      solution('The price is sent.'),
      release({
        solution: 'The film is watched by a repairer. The price is named by her. Today people guess.',
      }),
    ],
  },
  we: {
    asks: [solution('We built it.'), solution('It is our best.'), solution('Write to us.')],
    silent: [
      release(),
      solution('“We built it,” said Ines Halloran of Osterby.'),
      solution('It ships to the US.'),
    ],
  },
  'long-sentence': {
    asks: [30, 40, 60].map((count) => solution(`The ${'small '.repeat(count)}part fits.`)),
    silent: [
      release(),
      solution(`The ${'small '.repeat(20)}part fits.`),
      solution(`“The ${'small '.repeat(40)}part fits,” said Ines Halloran of Osterby.`),
    ],
  },
  tense: {
    asks: [
      solution('The customer will film the machine.'),
      solution('Osterby plans to add ovens.'),
      solution('It is going to be cheap.'),
    ],
    silent: [
      solution('The customer knows what it will cost.'),
      solution('It will be available in York from March.'),
      adding('callToAction', 'It will open at nine.'),
      solution('“It will hold,” said Ines Halloran of Osterby.'),
    ],
  },
  'rivals-dismissed': {
    asks: [
      solution('There are no competitors.'),
      solution('It is unlike any other service.'),
      withFaq('internalFaq', ['Who else?', 'It is the only solution.']),
    ],
    silent: [
      release(),
      solution('Its only price is fixed.'),
      solution('“There is nothing like it,” said Ines Halloran of Osterby.'),
    ],
  },
  'live-but-planned': {
    asks: [
      withFaq('customerFaq', ['Can I try it?', 'No. Fairmend is not yet implemented.']),
      withFaq('internalFaq', ['Is it there?', 'It is still planned.']),
      withFaq('customerFaq', ['Is it ready?', 'The service is under development.']),
    ],
    silent: [
      release(),
      withFaq('customerFaq', ['And York?', 'A branch in York follows in March.']),
      withFaq('customerFaq', ['Can I try it?', 'Yes, it is available today.']),
    ],
  },
  contradiction: {
    asks: [
      withPart(
        withSection(release(), { part: 'release', section: 'summary' }, paragraph('Fairmend is free.')),
        'customerFaq',
        withFaq('customerFaq', ['What does it cost?', 'It costs $9 a month.']).parts.customerFaq.content ??
          [],
      ),
      pricedAt('A visit costs £30.', '£45.'),
      withFaq('customerFaq', ['When does it start?', 'On 3 May 2028.']),
      pricedAt('A visit costs $9.', 'It costs 9 €.'),
      pricedAt('A visit costs CA$9.', 'It costs US$9.'),
    ],
    silent: [
      pricedAt('A visit costs €9.', 'It costs 9 EUR.'),
      pricedAt('A visit costs $9.', 'It costs US$9.'),
      pricedAt('A visit costs $9, or €9 in Europe.', 'It costs 9 €.'),
      withFaq('customerFaq', ['When does it start?', 'On 14 September 2027.']),
      pricedAt('A visit costs £30.', '£30.'),
      withPart(
        adding('solution', 'A visit costs £30.'),
        'internalFaq',
        withFaq('internalFaq', ['What does one cost us?', 'It costs us £12.']).parts.internalFaq.content ??
          [],
      ),
    ],
  },
};
