import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSchema } from '../../../core/api/shapes';
import { checkedTexts } from '../../../core/check/checkedText';
import { checkStructure } from '../../../core/check/structureChecks';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { faqItem, manual, paragraph, soundNarrative, toasterCase, withPart, withSection } from './narratives';

const today = '2027-03-01';
const rules = (content: NarrativeContent) => checkStructure(content, today).map(({ rule }) => rule);

const inRelease = (section: string, text: string) =>
  withSection(soundNarrative(), { part: 'release', section }, paragraph(text));

const words = (count: number) => 'word '.repeat(count);

describe('structure checks', () => {
  it('have no question about a sound narrative', () => {
    expect(checkStructure(soundNarrative(), today)).toEqual([]);
  });

  it('stop at a release without a word and ask once for an empty brief', () => {
    const findings = checkStructure(emptyContent(), today);
    expect(findings.map(({ rule, level, part }) => `${level} ${part} ${rule}`)).toEqual([
      'stop release empty-release',
      'fix brief empty-brief',
      'fix customerFaq no-answered-question',
      'fix internalFaq no-answered-question',
    ]);
  });

  it.each([
    ['empty-section', inRelease('problem', '')],
    ['empty-section', withSection(soundNarrative(), { part: 'brief', section: 'need' }, paragraph(''))],
    ['no-date', inRelease('dateline', '')],
    ['no-date', inRelease('dateline', 'Leeds')],
    ['vague-date', inRelease('dateline', 'Leeds, autumn 2027')],
    ['vague-date', inRelease('dateline', 'Leeds, Q3')],
    ['past-date', inRelease('dateline', 'Leeds, 28 February 2027')],
    ['too-short', inRelease('summary', 'Short.')],
    ['too-long', inRelease('summary', words(450))],
    ['no-answered-question', withPart(soundNarrative(), 'customerFaq', [faqItem('cost', 'open')])],
    ['no-steps', withPart(soundNarrative(), 'experience', [toasterCase(false)])],
    ['no-numbered-steps', withPart(soundNarrative(), 'manuals', [manual(paragraph('Just do it.'))])],
  ])('ask about %s', (rule, content) => {
    expect(rules(content)).toEqual([rule]);
  });

  it('grow firmer as the release grows', () => {
    const levelAt = (count: number) =>
      checkStructure(inRelease('summary', words(count)), today).map(({ level }) => level);
    expect([levelAt(200), levelAt(400), levelAt(600)]).toEqual([[], ['fix'], ['stop']]);
  });
});

describe('template text', () => {
  it.each([
    'TBD',
    'TODO',
    'Lorem ipsum dolor',
    '[COMPANY]',
    '[NAME, TITLE]',
    '[insert benefit]',
    '{{city}}',
    '$XX',
  ])('is found: %s', (leftover) => {
    const [finding, ...others] = checkStructure(inRelease('callToAction', `Start at ${leftover} now`), today);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'template-text', level: 'stop', section: 'callToAction', from: 9 });
    expect(finding?.quote).toContain(leftover.slice(0, 4));
  });

  it.each([
    '[NEEDS EVIDENCE]',
    '[ASSUMED]',
    '[NOT KNOWN YET]',
    '[SOURCE NEEDED]',
    '[sic]',
    '[1]',
    'Toda la casa',
    'a todo list',
  ])('leaves %s alone', (honest) => {
    expect(rules(inRelease('callToAction', `Start here ${honest} now`))).toEqual([]);
  });

  it('is not looked for in code', () => {
    const code: RichNode = { type: 'codeBlock', content: [{ type: 'text', text: 'curl [HOST] # TODO' }] };
    const content = withSection(soundNarrative(), { part: 'release', section: 'callToAction' }, code);
    expect(rules(content)).toEqual([]);
  });
});

describe('a finding, whatever was written', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'TODO',
          '[NAME]',
          '{{x}}',
          ' ',
          '\n',
          'lorem ipsum',
          '2027-02-30',
          '31 June 2027',
          '🧵',
        ),
        {
          maxLength: 20,
        },
      )
      .map((pieces) => pieces.join('')),
  );

  it('is whole, and its quote stands where it says', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, dateline, answer) => {
        let content = withSection(
          soundNarrative(),
          { part: 'release', section: 'summary' },
          paragraph(summary),
        );
        content = withSection(content, { part: 'release', section: 'dateline' }, paragraph(dateline));
        content = withPart(content, 'plan', [paragraph(answer)]);
        const texts = new Map(
          checkedTexts(content).map((piece) => [`${piece.part}/${piece.section}`, piece.text]),
        );
        for (const finding of checkStructure(content, today)) {
          expect(findingSchema.parse(finding)).toEqual(finding);
          const text = texts.get(`${finding.part}/${finding.section}`) ?? '';
          expect(text.slice(finding.from, finding.to)).toBe(finding.quote);
          expect(finding.question).not.toMatch(/!/);
        }
      }),
    );
  });
});
