import { describe, expect, it } from 'vitest';
import { findingSchema } from '../../../core/api/shapes';
import { checkStructure } from '../../../core/check/structureChecks';
import { sectionText } from '../../../core/narrative/plainText';
import { checkThread } from '../../../core/thread/checkThread';
import * as the from './threadContent';

const planted = the.threadContent({
  release: [
    the.section('solution', the.paragraph(the.text('You '), the.promised('film it', 'p1'), the.text('.'))),
    the.section('about', the.paragraph(the.promised('and pay nothing', 'p2'))),
  ],
  experience: [
    the.story('u1', 'A day', the.step('s1', 'She films'), the.step('s2', 'B', the.screenNode('m1'))),
    the.story('u2', 'Nobody asked', the.step('s3', 'C')),
  ],
  manuals: [the.manual('m', 'all', ...the.howTo('h1', 'Ask for a price'))],
  screens: [the.screen('m1', 'Price'), the.screen('m2', 'Plate')],
  links: [the.link('p1', 'step:s1'), the.link('p1', 'faq:gone'), the.link('p7', 'step:s1')],
});

describe('what is asked about the thread', () => {
  it('names each loose end once, where it stands', () => {
    const asked = checkThread(planted).map(({ rule, part, section, quote }) => [rule, part, section, quote]);
    expect(asked).toEqual([
      ['promise-nobody-can-do', 'release', 'about', 'and pay nothing'],
      ['nobody-promised', 'experience', 'u2', 'Nobody asked'],
      ['nobody-promised', 'manuals', 'm', 'Ask for a price'],
      ['nobody-promised', 'experience', 'u1', ''],
      ['nobody-promised', 'experience', '', ''],
      ['link-broken', 'release', 'solution', 'film it'],
      ['link-broken', 'release', '', ''],
    ]);
  });

  it('is well formed, quotes what stands there, and is part of the structure checks', () => {
    for (const finding of checkThread(planted)) {
      expect(findingSchema.parse(finding)).toEqual(finding);
      if (finding.part !== 'release' || finding.quote === '') continue;
      const text = sectionText(planted.parts.release, finding.section);
      expect(text.slice(finding.from, finding.to)).toBe(finding.quote);
    }
    const rules = checkStructure(planted, '2027-01-01').map(({ rule }) => rule);
    expect(rules).toContain('promise-nobody-can-do');
    expect(rules).toContain('link-broken');
  });

  it('is nothing before a promise is marked', () => {
    const content = the.threadContent({ experience: [the.story('u1', 'A day', the.step('s1', 'Go'))] });
    expect(checkThread(content)).toEqual([]);
  });
});
