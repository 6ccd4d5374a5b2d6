import type { TermReader } from '../../thread/threadTerms';
import { byTime } from '../readThreads';
import type { ReviewOrigin } from '../records/common';
import { type ModelPrompt, modelPrompts } from '../records/modelChecks';
import type { ReviewRecord, ReviewRecordOf } from '../reviewRecord';
import { nameKey, trustOf } from '../signOff/readSignOffs';
import { type AnswerVerdict, type ComparedAnswer, compareAnswer } from './compareAnswer';
import { findTerm, markedSegments, type Segment, termsOf, wholeWords } from './markedSegments';
import type { StatedFacts, StatedWords } from './statedFacts';

type ModelAnswers = ReviewRecordOf<'modelAnswers'>;

/** What one person answered to one question. */
export interface PersonAnswer extends ComparedAnswer {
  /** Id of the record that it is in. */
  id: string;
  person: string;
  /** Whether the name is merely claimed: it came without the seal of that person's packet. */
  isClaimed: boolean;
  said: string;
  /** What the same person said to it about the version before; null where that is the same or nothing. */
  before: { draft: number; said: string } | null;
}

/** Something the text says, with the words that somebody remembered; of a price or a day, which are values, none. */
export interface StatedSide extends StatedWords {
  segments: Segment[];
}

export interface CheckedPrompt {
  prompt: ModelPrompt;
  stated: StatedSide[];
  /** In the order in which people answered first. */
  answers: PersonAnswer[];
  /** How many answers are what beside the text: of the group, never of a person. */
  counts: Readonly<Record<AnswerVerdict, number>>;
}

/** What people remember of one version of the text. */
export interface CheckedVersion {
  version: string;
  draft: number;
  /** When the last of them answered. */
  at: string;
  people: number;
  /** False where the text as it was then is not at hand, so that nothing is compared. */
  isKnown: boolean;
  prompts: CheckedPrompt[];
}

export interface ModelCheckInput {
  records: Iterable<ReviewRecord>;
  /** What the text says, by version. */
  stated: ReadonlyMap<string, StatedFacts>;
  readTerms: TermReader;
}

const nothingStated: StatedFacts = {
  customer: [],
  problem: [],
  benefit: [],
  firstAction: [],
  price: [],
  date: [],
  isNot: [],
};

/**
 * Everybody's answers beside what the text itself says, for each version that was read, the newest draft first. A
 * later answer of a person about a version takes the place of the earlier one. People are never graded.
 */
export function readModelCheck({ records, stated, readTerms }: ModelCheckInput): CheckedVersion[] {
  const versions = byVersion(records);
  return versions.map((given, index) => {
    const facts = stated.get(given.version);
    const before = versions.slice(index + 1);
    return {
      version: given.version,
      draft: given.draft,
      at: given.at,
      people: given.answers.length,
      isKnown: facts !== undefined,
      prompts: modelPrompts.flatMap((prompt) => {
        const answers = answersTo(prompt, { given, before, facts: facts ?? nothingStated, readTerms });
        if (answers.length === 0) return [];
        const sides = (facts ?? nothingStated)[prompt].map((words) =>
          statedSide(words, isValue(prompt) ? [] : answers, readTerms),
        );
        return [{ prompt, stated: sides, answers, counts: countVerdicts(answers) }];
      }),
    };
  });
}

/** The answers that hold for one version. */
interface GivenAnswers {
  version: string;
  draft: number;
  at: string;
  answers: ModelAnswers[];
}

function byVersion(records: Iterable<ReviewRecord>): GivenAnswers[] {
  const all = [...records].filter((record) => record.kind === 'modelAnswers').sort(byTime);
  const versions = new Map<string, Map<string, ModelAnswers>>();
  for (const record of all) {
    const people = versions.get(record.version) ?? new Map<string, ModelAnswers>();
    versions.set(record.version, people.set(personKey(record), record));
  }
  return [...versions]
    .map(([version, people]) => toGiven(version, [...people.values()]))
    .sort(
      (a, b) => b.draft - a.draft || Date.parse(b.at) - Date.parse(a.at) || (a.version < b.version ? -1 : 1),
    );
}

/** People who give no name cannot be told apart, so each of their answers stands. A claim never takes another's place. */
function personKey({ id, by, origin }: ModelAnswers): string {
  const name = nameKey(by);
  return name === '' ? `nameless ${id}` : `${isClaim(origin) ? 'claimed' : 'name'} ${name}`;
}

const isClaim = (origin: ReviewOrigin): boolean => trustOf(origin) === 'claimed';

function toGiven(version: string, answers: ModelAnswers[]): GivenAnswers {
  const last = [...answers].sort(byTime).at(-1);
  return { version, draft: last?.draft ?? 1, at: last?.at ?? '', answers };
}

interface Answered {
  given: GivenAnswers;
  /** Earlier versions, the newest first. */
  before: readonly GivenAnswers[];
  facts: StatedFacts;
  readTerms: TermReader;
}

/** Whoever was not asked is not listed; whoever left it empty is. */
function answersTo(prompt: ModelPrompt, { given, before, facts, readTerms }: Answered): PersonAnswer[] {
  return given.answers.flatMap((record) => {
    const said = record.answers[prompt]?.trim();
    if (said === undefined) return [];
    return [
      {
        id: record.id,
        person: record.by.trim(),
        isClaimed: isClaim(record.origin),
        said,
        before: earlierAnswer(record, prompt, before),
        ...compareAnswer({ prompt, said }, facts[prompt], readTerms),
      },
    ];
  });
}

function earlierAnswer(
  record: ModelAnswers,
  prompt: ModelPrompt,
  before: readonly GivenAnswers[],
): PersonAnswer['before'] {
  for (const { draft, answers } of before) {
    const said = answers.find((other) => personKey(other) === personKey(record))?.answers[prompt]?.trim();
    if (said === undefined) continue;
    return said === '' || said === record.answers[prompt]?.trim() ? null : { draft, said };
  }
  return null;
}

const isValue = (prompt: ModelPrompt): boolean => prompt === 'price' || prompt === 'date';

function statedSide(
  stated: StatedWords,
  answers: readonly PersonAnswer[],
  readTerms: TermReader,
): StatedSide {
  const known = termsOf(
    answers.map(({ said }) => said),
    readTerms,
  );
  const findings = wholeWords(stated.words).flatMap((range) =>
    findTerm(stated.words, range, { known, readTerms }),
  );
  return { ...stated, segments: markedSegments(stated.words, findings) };
}

function countVerdicts(answers: readonly PersonAnswer[]): Record<AnswerVerdict, number> {
  const counts = { same: 0, differs: 0, unread: 0, unanswered: 0, unstated: 0 };
  for (const { verdict } of answers) counts[verdict] += 1;
  return counts;
}
