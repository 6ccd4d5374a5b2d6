import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../core/api/shapes';
import type { BankQuestion } from '../../../../core/guidance/guidance';
import { emptyContent, type NarrativeContent } from '../../../../core/narrative/narrativeDoc';
import type { partKeys } from '../../../../core/narrative/parts';
import type { RichDoc, RichNode } from '../../../../core/narrative/richText';
import { canonicalDoc } from '../../../../core/narrative/schema';
import { readThreads } from '../../../../core/review/readThreads';
import type { ReviewRecord } from '../../../../core/review/reviewRecord';
import { countMatters, openMatters } from '../../../../core/review/signOff/openMatters';
import { partVersion } from '../../../../core/review/signOff/partVersion';
import { readPartReviews } from '../../../../core/review/signOff/readPartReviews';
import { sampleContent } from '../../export/sampleNarrative';
import { paragraphs } from '../reviewArbitrary';
import { given, signing } from './signingArbitrary';

const reviewedContent = (): NarrativeContent => ({
  ...sampleContent(),
  states: { release: 'reviewed', plan: 'ready' },
});
const changed = (content: NarrativeContent): NarrativeContent => ({
  ...content,
  parts: { ...content.parts, release: canonicalDoc(paragraphs('Something else.')) },
});

describe('where parts stand', () => {
  test('a part that was reviewed says so for as long as it says the same', () => {
    const content = reviewedContent();
    const records = [given({ version: partVersion(content, 'release') })];
    const before = readPartReviews(records, content).release;
    expect(before).toMatchObject({ state: 'reviewed', lapse: null, isChangedSinceReview: false });
    const after = readPartReviews(records, changed(content)).release;
    expect(after).toMatchObject({
      state: 'reviewed',
      lapse: { of: 'reviewed', draft: 7 },
      isChangedSinceReview: true,
    });
    expect(readPartReviews(records, content).release).toEqual(before);
  });

  test('what a copy of the narrative says about its own states tells nothing here', () => {
    const content = changed(reviewedContent());
    const own = given({ version: 'other' });
    const claimed = given({
      id: 'b',
      at: '2026-11-22T10:00:00.000Z',
      version: partVersion(content, 'release'),
      origin: { kind: 'package', file: 'copy.dateline' },
    });
    expect(readPartReviews([own, claimed], content).release).toMatchObject({
      given: own,
      isChangedSinceReview: true,
    });
  });

  test('a part that was emptied after its review was reviewed all the same', () => {
    const records = [given({ version: partVersion(reviewedContent(), 'release') })];
    const content = { ...emptyContent(), states: { release: 'reviewed' as const } };
    expect(readPartReviews(records, content).release).toMatchObject({
      state: 'empty',
      isChangedSinceReview: true,
    });
  });

  test('a signature that lapsed is told first, with the draft it was for', () => {
    const content = reviewedContent();
    const version = partVersion(content, 'release');
    const records = [given({ version }), signing({ version, draft: 5 })];
    expect(readPartReviews(records, content).release.lapse).toBeNull();
    expect(readPartReviews(records, changed(content)).release.lapse).toEqual({ of: 'signed', draft: 5 });
    const at = '2026-11-21T10:00:00.000Z';
    const again = { id: 'two', at, by: 'Ruth', version: partVersion(changed(content), 'release') };
    const withRuth = readPartReviews([...records, signing(again)], changed(content)).release;
    expect(withRuth.lapse).toEqual({ of: 'reviewed', draft: 7 });
    expect(withRuth.signOffs.map(({ holds }) => holds)).toEqual([false, true]);
    const claimed = signing({ id: 'two', at, by: 'Tom', origin: { kind: 'packet', file: 'tom.html' } });
    expect(readPartReviews([...records, claimed], content).release.lapse).toBeNull();
  });

  test('who gave a state is the latest who gave this one', () => {
    const content = reviewedContent();
    const records: ReviewRecord[] = [
      given({ id: 'a', part: 'plan', to: 'ready', reason: 'The date is fixed.' }),
      given({ id: 'b', part: 'plan', to: 'reviewed', at: '2026-11-21T10:00:00.000Z' }),
    ];
    const { plan, release, brief } = readPartReviews(records, content);
    expect(plan.given).toMatchObject({ id: 'a', reason: 'The date is fixed.' });
    expect(release).toMatchObject({ state: 'reviewed', given: null, isChangedSinceReview: false });
    expect(brief.given).toBeNull();
  });

  test('the reason that a part was called ready with stays through its review, until it is drafted again', () => {
    const said = given({ id: 'a', to: 'ready', reason: 'The date is fixed.' });
    const reviewed = given({ id: 'b', at: '2026-11-21T10:00:00.000Z' });
    const drafted = given({ id: 'c', at: '2026-11-22T10:00:00.000Z', to: 'drafted' });
    const overruled = (...records: ReviewRecord[]) =>
      readPartReviews(records, reviewedContent()).release.overruled;
    expect(overruled(reviewed, said)).toEqual(said);
    expect(overruled(said, reviewed, drafted)).toBeNull();
    expect(overruled(said, given({ id: 'd', to: 'ready', at: '2026-11-22T10:00:00.000Z' }))).toBeNull();
  });
});

const faqItem = (question: string, attrs: Record<string, unknown>): RichNode => ({
  type: 'faqItem',
  attrs,
  content: [
    { type: 'faqQuestion', content: [{ type: 'text', text: question }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] },
  ],
});
const faq = (...content: RichNode[]): RichDoc => canonicalDoc({ type: 'doc', content });
const bankQuestion = (number: number, changes: Partial<BankQuestion> = {}): BankQuestion => ({
  number,
  audience: 'internal',
  topic: 'Money',
  text: `Question ${number}?`,
  answerKind: 'sentence',
  minimum: true,
  ...changes,
});
const finding = (changes: Partial<Finding>): Finding => ({
  rule: 'too-long',
  level: 'stop',
  part: 'release',
  section: 'heading',
  quote: '',
  from: 0,
  to: 0,
  question: 'What can the FAQ carry?',
  why: 'It is long.',
  ...changes,
});

describe('what is open in a part', () => {
  test('is what the coach would stop at there, and no less grave question', () => {
    const sources = { content: emptyContent(), threads: [], bank: [] };
    const findings = [finding({}), finding({ level: 'fix' }), finding({ part: 'plan' })];
    expect(openMatters('release', { ...sources, findings }).findings).toEqual([finding({})]);
  });

  test('is a thread until it is resolved', () => {
    const anchor = {
      part: 'release' as const,
      section: 'heading',
      item: '',
      from: null,
      to: null,
      quote: 'x',
      before: '',
      after: '',
    };
    const head = { by: 'Tom', origin: { kind: 'here' as const, file: '' } };
    const at = '2026-11-20T10:00:00.000Z';
    const comment: ReviewRecord = { ...head, at, id: 'c', kind: 'comment', anchor, text: 'Why?' };
    const resolved: ReviewRecord = {
      ...head,
      at: '2026-11-21T10:00:00.000Z',
      id: 'r',
      kind: 'resolution',
      thread: 'c',
      isResolved: true,
    };
    const count = (records: ReviewRecord[], part: (typeof partKeys)[number] = 'release') =>
      countMatters(
        openMatters(part, { content: emptyContent(), threads: readThreads(records), findings: [], bank: [] }),
      ).comments;
    expect([count([comment]), count([comment], 'plan'), count([comment, resolved])]).toEqual([1, 0, 0]);
  });

  test('is every question without an answer, and every one of the minimum that nobody asks', () => {
    const content = emptyContent();
    content.parts.internalFaq = faq(
      faqItem('What does it cost?', { id: 'a', state: 'open' }),
      faqItem('Who pays?', { id: 'b', state: 'blocked', bankNumber: 2 }),
      faqItem('Why now?', { id: 'c', state: 'answered', bankNumber: 3 }),
    );
    const bank = [
      ...[1, 2, 3].map((number) => bankQuestion(number)),
      bankQuestion(4, { minimum: false }),
      bankQuestion(5, { audience: 'customer' }),
    ];
    const sources = { content, threads: [], findings: [], bank };
    expect(openMatters('internalFaq', sources).questions).toEqual([
      { text: 'What does it cost?', why: 'open', place: 'a' },
      { text: 'Who pays?', why: 'blocked', place: 'b' },
      { text: 'Question 1?', why: 'notAsked', place: '' },
    ]);
    expect(openMatters('customerFaq', sources).questions).toHaveLength(1);
    expect(openMatters('brief', sources).questions.map(({ place }) => place)).toContain('customer');
    expect(openMatters('plan', sources).questions).toEqual([]);
  });
});
