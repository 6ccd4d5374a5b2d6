import { describe, expect, test } from 'vitest';
import { beginsWithVerb } from '../../../core/manuals/beginsWithVerb';
import { checkManuals } from '../../../core/manuals/checkManuals';
import { checkManualWords } from '../../../core/manuals/checkManualWords';
import { isManualFor, namedUsers, userKindName, userKindOf } from '../../../core/manuals/userKinds';
import { plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import { paragraph } from '../check/narratives';
import { readCoachFiles } from '../coach/coachFiles';
import { heading, manualOf, narrativeWith, numbered, question, stepOf, storyOf, unwritten } from './manuals';

const { words } = readCoachFiles();
const told = (user: string, id = 'u'): RichNode => ({
  ...storyOf(id, `Story ${id}`, stepOf(`${id}-1`, 'Opens it')),
  attrs: { id, user },
});
const sound = [heading('Move a sample'), numbered('Scan it.')];

const rules = (parts: Parameters<typeof narrativeWith>[0]) => {
  const content = narrativeWith(parts);
  return [...checkManuals(content), ...checkManualWords(content, words)].map(({ rule, quote }) => [
    rule,
    quote,
  ]);
};

test('a manual with a verb, numbered steps and explained nouns gives rise to nothing', () => {
  expect(rules({ manuals: [manualOf({ concepts: [paragraph('A shelf …')], howTo: sound })] })).toEqual([]);
});

describe('kinds of user', () => {
  test('each that a story names needs a manual', () => {
    const experience = [told('administrator'), told('Night nurse', 'v'), told('administrator', 'w')];
    expect(rules({ experience, manuals: [manualOf({ howTo: sound })] }).map(([rule]) => rule)).toEqual([
      'user-without-manual',
      'user-without-manual',
    ]);
    const manuals = [
      manualOf({ howTo: sound }, { user: 'administrator' }),
      manualOf({}, { id: 'night', user: 'night nurses' }),
    ];
    expect(rules({ experience, manuals })).toEqual([]);
  });

  test('are named once each, by the first story that is about them; blank stories name nobody', () => {
    const blank: RichNode = {
      type: 'useCase',
      attrs: { id: 'b', user: 'partner' },
      content: [paragraph('')],
    };
    const named = namedUsers(narrativeWith({ experience: [blank, told('Nurse'), told('nurses', 'v')] }));
    expect(named).toEqual([{ user: 'Nurse', useCase: 'u', title: 'Story u' }]);
  });

  test('may be in the title of a manual that says nothing else', () => {
    const titled = manualOf({});
    expect(
      isManualFor(
        { ...titled, content: [{ type: 'title', content: [{ type: 'text', text: 'For administrators' }] }] },
        'administrator',
      ),
    ).toBe(true);
    expect(isManualFor(titled, 'administrator')).toBe(false);
  });

  test('have a name, and the name leads back to the kind', () => {
    expect(userKindName('endUser')).toBe('End user');
    expect(userKindOf(' end users ')).toBe('endUser');
    expect(userKindOf(' Night   nurse ')).toBe('Night nurse');
    expect(userKindOf('x'.repeat(80))).toHaveLength(60);
  });
});

describe('how-tos', () => {
  test('without numbered steps are asked for them, each by its title', () => {
    const manual = manualOf({ howTo: [...sound, heading('Find a sample'), paragraph('Look around.')] });
    const findings = checkManuals(narrativeWith({ manuals: [manual] }));
    expect(findings).toMatchObject([{ rule: 'no-numbered-steps', quote: 'Find a sample', section: 'lab' }]);
    const { from, to } = findings[0] ?? { from: 0, to: 0 };
    expect(plainText(manual).slice(from, to)).toBe('Find a sample');
  });

  test('without a verb in front are asked for it', () => {
    const manuals = [manualOf({ howTo: [heading('Sample relocation'), numbered('Scan it.')] })];
    expect(rules({ manuals })).toEqual([['howto-verb', 'Sample relocation']]);
  });

  test('that use nouns nobody explains are asked about the most used ones', () => {
    const steps = numbered('Scan the reader.', 'Put down the reader.');
    const howTo = [heading('Move a sample'), steps];
    expect(rules({ manuals: [manualOf({ howTo })] })).toEqual([['noun-undefined', 'reader']]);
    const explained = manualOf({ concepts: [paragraph('Readers hum.')], howTo });
    expect(rules({ manuals: [explained] })).toEqual([]);
  });
});

describe('the title of a task', () => {
  test.each([
    ['Move a sample', 'en', true],
    ['How to move a sample', 'en', true],
    ['Safely reopen the lid', 'en', true],
    ['Moving a sample', 'en', false],
    ['The lid', 'en', false],
    ['Sample relocation', 'en', false],
    ['Proben umstellen', 'de', true],
    ['Stellen Sie die Probe um', 'de', true],
    ['Wähle ein Regal', 'de', true],
    ['Das Umstellen von Proben', 'de', false],
    ['Die Regale', 'de', false],
    ['', 'en', false],
  ] as const)('%s (%s): %s', (title, language, isTask) => {
    expect(beginsWithVerb(title, language, words[language])).toBe(isTask);
  });
});

describe('what could not be written yet', () => {
  const asked = (state: string, block: RichNode) =>
    rules({
      manuals: [manualOf({ howTo: sound, unwritten: [block] })],
      internalFaq: [question('q1', 'Who pays?', state)],
    });

  test('waits in peace for an open question', () => {
    expect(asked('open', unwritten('x', 'Prices', { question: 'q1' }))).toEqual([]);
    expect(asked('blocked', unwritten('x', 'Prices', { question: 'q1' }))).toEqual([]);
  });

  test('is asked about when it names none, when that is gone, and when that is answered', () => {
    const gone = unwritten('x', 'Prices', { question: 'q9', words: 'Who paid?' });
    expect(asked('open', unwritten('x', 'Prices'))).toEqual([['unwritten-without-question', 'Prices']]);
    expect(asked('open', gone)).toEqual([['unwritten-question-gone', 'Prices']]);
    const done = unwritten('x', 'Prices', { question: 'q1' });
    expect(asked('answered', done)).toEqual([['unwritten-answered', 'Prices']]);
  });

  test('is pointed at where it stands, also when the same words stand before it', () => {
    const reference = [paragraph(' Prices'), numbered('', 'Prices')];
    const manual = manualOf({ reference, unwritten: [unwritten('x', 'Prices')] });
    const [finding] = checkManuals(narrativeWith({ manuals: [manual] }));
    const last = plainText(manual).trim().lastIndexOf('Prices');
    expect([finding?.from, finding?.to]).toEqual([last, last + 'Prices'.length]);
  });

  test('that nobody filled in is nobody’s concern', () => {
    expect(asked('open', unwritten('x', ''))).toEqual([]);
  });
});
