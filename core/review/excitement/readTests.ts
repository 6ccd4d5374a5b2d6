import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { collectPromises } from '../../thread/collectPromises';
import { excitementTestId } from '../ownId';
import { byTime } from '../readThreads';
import type { Reaction } from '../records/excitement';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import { trustOf } from '../signOff/readSignOffs';
import {
  type CustomerMark,
  type HeatMap,
  noReactions,
  type ReactionCounts,
  type ReleaseNow,
  readHeatMap,
} from './heatMap';
import { endOfTest, readStanding, type StandingReading, type TestCounts } from './standing';

type ExcitementTest = ReviewRecordOf<'excitementTest'>;
type CustomerAnswer = ReviewRecordOf<'customerAnswer'>;

/** What customers say to one promise of the release. */
export interface PromiseVerdict {
  id: string;
  words: string;
  isImportant: boolean;
  counts: ReactionCounts;
}

/** Why somebody marked some words. */
export interface MarkNote {
  quote: string;
  reaction: Reaction;
  note: string;
}

/** A test with customers and all that can be counted in it. */
export interface TestReading extends TestCounts, StandingReading {
  test: ExcitementTest;
  /** When the first answer came that counts; null before it. From then on the pass mark cannot be another. */
  lockedAt: string | null;
  /** Answers that say they are older than the pass mark, and those of after the last day; neither counts. */
  early: number;
  late: number;
  /** How many of those that count came without the seal of their packet. */
  claimed: number;
  /** Who passed a question over. */
  passedOver: { disappointment: number; commitment: number };
  /** In the order in which they came, with the number of the customer. */
  retellings: { customer: number; text: string }[];
  heat: Omit<HeatMap, 'promises'>;
  /** In reading order. */
  promises: PromiseVerdict[];
  notes: MarkNote[];
}

export interface TestsInput {
  records: Iterable<ReviewRecord>;
  content: Pick<NarrativeContent, 'parts' | 'promises'>;
  release: ReleaseNow;
  /** In milliseconds. */
  now: number;
}

/** Every test with customers, the newest first, and how many answers belong to a test that is not here. */
export function readTests({ records, ...rest }: TestsInput): { tests: TestReading[]; stray: number } {
  const all = [...records].sort(byTime);
  const tests = all.filter((record) => record.kind === 'excitementTest').filter(isFixed);
  const answers = latestAnswers(all);
  const known = new Set(tests.map(({ id }) => id));
  return {
    tests: tests
      .map((test) =>
        readTest(
          test,
          answers.filter((answer) => answer.test === test.id),
          rest,
        ),
      )
      .reverse(),
    stray: answers.filter(({ test }) => !known.has(test)).length,
  };
}

/** A pass mark that its id does not stand for was put there by somebody later. */
const isFixed = (test: ExcitementTest): boolean => test.id === excitementTestId(test);

/** The latest answer of each customer to each test, in the order of their first ones. */
function latestAnswers(inOrder: readonly ReviewRecord[]): CustomerAnswer[] {
  const latest = new Map<string, CustomerAnswer>();
  for (const record of inOrder)
    if (record.kind === 'customerAnswer') latest.set(JSON.stringify([record.test, record.customer]), record);
  return [...latest.values()];
}

function readTest(
  test: ExcitementTest,
  answers: readonly CustomerAnswer[],
  { content, release, now }: Omit<TestsInput, 'records'>,
): TestReading {
  const early = answers.filter(({ at }) => Date.parse(at) < Date.parse(test.at));
  const late = answers.filter(({ at }) => Date.parse(at) >= endOfTest(test.passMark));
  const counted = answers.filter((answer) => !early.includes(answer) && !late.includes(answer));
  const counts = countAnswers(counted);
  const { promises, ...heat } = readHeatMap(release, counted.flatMap(marksOf));
  return {
    test,
    ...counts,
    ...readStanding(test.passMark, counts, now),
    lockedAt: counted.map(({ at }) => at).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    early: early.length,
    late: late.length,
    claimed: counted.filter(({ origin }) => trustOf(origin) === 'claimed').length,
    passedOver: {
      disappointment: counted.filter(({ disappointment }) => disappointment === null).length,
      commitment: counted.filter(({ commitment }) => commitment === null).length,
    },
    retellings: counted.flatMap(({ retelling }, index) =>
      retelling.trim() === '' ? [] : [{ customer: index + 1, text: retelling.trim() }],
    ),
    heat,
    promises: collectPromises(content).promises.map(({ id, words, isImportant }) => {
      return { id, words, isImportant, counts: promises.get(id) ?? noReactions };
    }),
    notes: counted.flatMap(({ marks }) =>
      marks.flatMap(({ anchor, reaction, note }) =>
        note.trim() === '' ? [] : [{ quote: anchor.quote, reaction, note: note.trim() }],
      ),
    ),
  };
}

function countAnswers(answers: readonly CustomerAnswer[]): TestCounts {
  const disappointment = { very: 0, somewhat: 0, not: 0 };
  const commitment = { opinion: 0, email: 0, time: 0, introduction: 0, preorder: 0 };
  for (const answer of answers) {
    if (answer.disappointment !== null) disappointment[answer.disappointment] += 1;
    if (answer.commitment !== null) commitment[answer.commitment] += 1;
  }
  return { n: answers.length, disappointment, commitment };
}

const marksOf = ({ customer, marks }: CustomerAnswer): CustomerMark[] =>
  marks.map(({ anchor, reaction }) => ({ customer, reaction, anchor }));
