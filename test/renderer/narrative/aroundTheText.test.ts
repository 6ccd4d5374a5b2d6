import { describe, expect, test } from 'vitest';
import { exportFormats, type PageGauge } from '../../../core/api/shapes';
import type { BankQuestion } from '../../../core/guidance/guidance';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { emptyFaqItem, emptyManual, emptyUseCase } from '../../../core/narrative/partTemplate';
import type { RichNode } from '../../../core/narrative/richText';
import { partVersion } from '../../../core/review/signOff/partVersion';
import { readPartReviews } from '../../../core/review/signOff/readPartReviews';
import { exportForms, firstOptions, togglePart } from '../../../renderer/features/exports/exportChoice';
import { viewBank } from '../../../renderer/features/questionBank/bankView';
import { stepLine } from '../../../renderer/features/rail/stepLine';
import { languageName } from '../../../renderer/features/status/languageName';
import { describeGauge } from '../../../renderer/features/status/PageGauge';
import { partFacts, wordsLine } from '../../../renderer/features/status/partFacts';
import { signing } from '../../core/review/signOff/signingArbitrary';

const asked = (text: string, attrs: Record<string, unknown> = {}): RichNode => {
  const item = emptyFaqItem(`id-${text}`, text);
  return { ...item, attrs: { ...item.attrs, ...attrs } };
};
const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function contentWith(part: PartKey, ...nodes: RichNode[]): NarrativeContent {
  const content = emptyContent();
  content.parts[part] = { type: 'doc', content: nodes };
  return content;
}

describe('the line of a step', () => {
  test('says what is there and how far it is', () => {
    expect(stepLine(emptyContent(), 'brief')).toBe('Empty');
    expect(stepLine(emptyContent(), 'feasibility')).toBe('After 1–7 are reviewed');
    const one = contentWith('customerFaq', asked('Who?', { state: 'answered' }), asked('Why?'));
    expect(stepLine(one, 'customerFaq')).toBe('Drafted, 1 of 2 answered');
    const blocked = contentWith('internalFaq', asked('Who?'), asked('Why?', { state: 'blocked' }));
    expect(stepLine(blocked, 'internalFaq')).toBe('Drafted, 1 open, 1 blocked');
    expect(stepLine(contentWith('plan', paragraph('Begin in May')), 'plan')).toBe('Drafted, 3 words');
  });

  test('counts only use cases with words, and keeps the mark a person gave', () => {
    const story = emptyUseCase('a', 'b');
    const content = contentWith(
      'experience',
      { ...story, content: [...(story.content ?? []), paragraph('Amira')] },
      emptyUseCase('c', 'd'),
    );
    content.states.experience = 'ready';
    expect(stepLine(content, 'experience')).toBe('Ready, 1 use case');
    content.states.experience = 'reviewed';
    expect(stepLine(content, 'experience')).toBe('Reviewed');
  });

  test('tells what a text has outlived, and how many signed it while they did not', () => {
    const content = contentWith('plan', paragraph('Begin in May'));
    content.states.plan = 'reviewed';
    const lineWith = (version: string) =>
      stepLine(content, 'plan', {
        review: readPartReviews([signing({ part: 'plan', version })], content).plan,
      });
    expect(lineWith(partVersion(content, 'plan'))).toBe('Reviewed, signed by 1');
    expect(lineWith('other')).toBe('Changed since draft 7 was signed');
    delete content.states.plan;
    expect(lineWith('other')).toBe('Drafted, 3 words');
  });

  test('counts manuals, and what could not be written in them yet', () => {
    const gap: RichNode = { type: 'unwritten', attrs: { id: 'u' }, content: [paragraph('Prices')] };
    const manual = emptyManual('m', 'Keepers');
    const [title, ...sections] = manual.content ?? [];
    expect(stepLine(contentWith('manuals', manual), 'manuals')).toBe('Drafted, 1 manual');
    const withGap = { ...manual, content: [title ?? paragraph(''), gap, ...sections] };
    expect(stepLine(contentWith('manuals', withGap), 'manuals')).toBe('Drafted, 1 manual, 1 unwritten');
  });
});

const bank: BankQuestion[] = [
  {
    number: 1,
    audience: 'customer',
    topic: 'Value',
    text: 'What is it?',
    answerKind: 'sentence',
    minimum: true,
  },
  {
    number: 2,
    audience: 'internal',
    topic: 'Risk',
    text: 'What may fail?',
    answerKind: 'list',
    minimum: true,
  },
  {
    number: 3,
    audience: 'internal',
    topic: 'Risk',
    text: 'Who decides?',
    answerKind: 'choice',
    minimum: false,
  },
];

describe('the question bank', () => {
  test('knows what either FAQ asks and puts first what is missing here', () => {
    const content = contentWith('customerFaq', asked('What is it?', { bankNumber: 1 }));
    const view = viewBank(bank, content, { audience: 'internal', search: '' });
    expect([view.minimumAsked, view.minimumTotal]).toEqual([1, 2]);
    expect(view.missing.map(({ number }) => number)).toEqual([2]);
    expect(view.groups.map(({ topic, questions }) => [topic, questions.length])).toEqual([
      ['Value', 1],
      ['Risk', 1],
    ]);
  });

  test('finds by words in any order, the missing ones too', () => {
    const view = viewBank(bank, emptyContent(), { audience: 'customer', search: 'FAIL what' });
    expect(view.groups.flatMap(({ questions }) => questions.map(({ number }) => number))).toEqual([2]);
  });
});

const gauge: PageGauge = {
  releasePages: 1,
  lastPageFill: 0.874,
  secondPageSection: null,
  releaseBreaks: [],
  parts: [{ part: 'manuals', first: 4, last: 6 }],
};

describe('the status line', () => {
  test('says how full page 1 is, and in gold where page 2 begins', () => {
    expect(describeGauge(gauge, 'release')).toMatchObject({ words: 'Page 1 is 87 % full', isOver: false });
    const over = { ...gauge, releasePages: 2, secondPageSection: 'gettingStarted' };
    expect(describeGauge(over, 'release')).toMatchObject({
      words: 'Page 2 begins at “Getting started”',
      isOver: true,
    });
    expect(describeGauge(gauge, 'manuals').words).toBe('Pages 4 to 6');
    expect(describeGauge(gauge, 'plan').words).toBe('');
  });

  test('counts words and questions', () => {
    const content = contentWith('internalFaq', asked('Who pays?'), asked('Why?', { state: 'blocked' }));
    expect(wordsLine(content, 'internalFaq').part).toBe('3 words');
    expect(partFacts(content, 'internalFaq')).toBe('2 questions: 0 answered, 1 open, 1 blocked');
  });

  test('names languages, and leaves alone what is none', () => {
    expect(languageName('en-GB')).toBe('English (UK)');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});

describe('what is exported', () => {
  test('begins with the written parts but the customer questions, on the paper of the settings', () => {
    const content = contentWith('plan', paragraph('Begin in May'));
    content.parts.brief = { type: 'doc', content: [paragraph('People')] };
    const options = firstOptions(content, { confidentiality: 'For us' } as never, {
      paper: 'letter',
      logo: null,
    });
    expect(options).toMatchObject({ parts: ['plan'], paper: 'letter', confidentiality: 'For us' });
  });

  test('keeps the order of the rail whatever is ticked first', () => {
    expect(togglePart(['plan'], 'release')).toEqual(['release', 'plan']);
    expect(togglePart(['release', 'plan'], 'release')).toEqual(['plan']);
  });

  test('offers every format of the contract', () => {
    expect(new Set(exportForms.map(({ format }) => format))).toEqual(new Set(exportFormats));
  });
});
