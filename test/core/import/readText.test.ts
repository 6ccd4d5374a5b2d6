import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown, readPlainText } from '../../../core/import/readText';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { plainText, sectionText } from '../../../core/narrative/plainText';
import { parseRichDoc } from '../../../core/narrative/schema';

const inRelease = ({ parts }: NarrativeContent, key: string) => sectionText(parts.release, key);
const allWords = ({ parts }: NarrativeContent) => partKeys.map((key) => plainText(parts[key])).join('\n');

const elsewhere = `# Osterby launches Fairmend

*Know the price first*

**LEEDS, 14 September 2027** — Osterby today opened Fairmend.

## Problem

Six days of waiting.

### Who says so

Fourteen people.

## Solution
The price comes first.

## Quote
“We start with the price.”

## Customer quote
“It was £54.”

## How it works
Film the fault.

## External FAQ

### What does it cost?
What you were shown.

**Q: Is it open today?**

A: In Leeds.

## Internal FAQ

**Who pays when it fails?**

We do.

## User stories
### Nadia on a Thursday
She films.
#### She opens the page
It loads.

## Our cafeteria
Soup on Mondays.
`;

describe('Markdown that somebody else wrote', () => {
  const { content, title, doubts, parts } = readMarkdown(elsewhere);

  it('finds the release’s sections under their usual names', () => {
    expect(title).toBe('Osterby launches Fairmend');
    expect(inRelease(content, 'heading')).toBe('Osterby launches Fairmend');
    expect(inRelease(content, 'subheading')).toBe('Know the price first');
    expect(inRelease(content, 'dateline')).toBe('LEEDS, 14 September 2027');
    expect(inRelease(content, 'summary')).toBe('Osterby today opened Fairmend.');
    expect(inRelease(content, 'problem')).toBe('Six days of waiting.\nWho says so\nFourteen people.');
    expect(inRelease(content, 'leaderQuote')).toBe('“We start with the price.”');
    expect(inRelease(content, 'customerQuote')).toBe('“It was £54.”');
    expect(inRelease(content, 'gettingStarted')).toBe('Film the fault.');
  });

  it('makes questions of headings, bold lines and Q: lines', () => {
    const texts = (content.parts.customerFaq.content ?? []).map(plainText);
    expect(texts).toEqual(['What does it cost?\nWhat you were shown.', 'Is it open today?\nIn Leeds.']);
    expect((content.parts.internalFaq.content ?? []).map(plainText)).toEqual([
      'Who pays when it fails?\nWe do.',
    ]);
  });

  it('makes use cases and steps of headings under the experience', () => {
    const [story] = content.parts.experience.content ?? [];
    expect(story?.content?.map(({ type }) => type)).toEqual(['title', 'paragraph', 'step']);
  });

  it('keeps what fits nowhere, and says where', () => {
    expect(plainText(content.parts.plan)).toBe('Unplaced\nOur cafeteria\nSoup on Mondays.');
    expect(doubts).toEqual(['Some text fitted nowhere. It is in the launch plan, under “Unplaced”.']);
    expect(parts).toContainEqual({ part: 'release', section: 'problem', blocks: 3 });
  });

  it('keeps tags as words and only safe links as links', () => {
    const read = readMarkdown(
      '# Launch plan\n\n<b onclick="x()">hi</b> [a](javascript:x) [b](https://example.org)\n',
    );
    expect(plainText(read.content.parts.plan)).toBe('<b onclick="x()">hi</b> a (javascript:x) b');
    expect(read.doubts).toHaveLength(1);
    expect(JSON.stringify(read.content.parts.plan)).toContain('"href":"https://example.org"');
  });

  it('keeps fields that are no YAML, and reads none of them as prose', () => {
    const fields =
      'layout: post\ntitle: "Announcing Fairmend: know first"\nexcerpt: "It runs\nover."\nname: {x';
    const { content, title } = readMarkdown(`---\n${fields}\n---\n\nOsterby opened Fairmend.`);
    expect(title).toBe('Announcing Fairmend: know first');
    expect(plainText(content.parts.release)).not.toMatch(/layout|excerpt/);
    expect(plainText(content.parts.plan)).toContain('excerpt: "It runs\nover."\nname: {x');
  });

  it('takes words between two rules for text', () => {
    const { content } = readMarkdown('---\nNo field: this [is {a sentence.\n---\n\nAnd on.');
    expect(allWords(content)).toContain('is {a sentence');
  });

  it('keeps front matter it has no place for', () => {
    const read = readMarkdown('---\ntitle: Fairmend opens\nlayout: post\n---\n\nToday it opened.\n');
    expect(inRelease(read.content, 'heading')).toBe('Fairmend opens');
    expect(inRelease(read.content, 'summary')).toBe('Today it opened.');
    expect(plainText(read.content.parts.plan)).toContain('layout: post');
  });
});

const pieces = [
  '# Title',
  '## Problem',
  '## FAQ',
  '### Why?',
  '**Q: really?**',
  'A: yes',
  '## Unheard of',
  '## Manual',
  'word',
  '*slanted*',
  'Headline: News',
  'Oslo, 3 May 2027 — Today',
  '> said',
  '- item\n- [ ] box',
  '| cell |\n| --- |\n| inner |',
  '```\ncode\n```',
  '<div>tag</div>',
  '[ref][r]\n\n[r]: https://example.org',
  'note[^n]\n\n[^n]: below',
  '[^lost]: stray',
  '![alt](http://example.org/x.png)',
  '---',
];

describe('any text at all', () => {
  it('gives documents that the schema accepts and keeps every word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (chosen) => {
        const { content } = readMarkdown(chosen.join('\n\n'));
        for (const key of partKeys) expect(parseRichDoc(content.parts[key])).toMatchObject({ ok: true });
        const kept = allWords(content);
        for (const word of [
          'Unheard of',
          'word',
          'slanted',
          'said',
          'item',
          'inner',
          'code',
          '<div>tag</div>',
          'stray',
        ])
          if (chosen.some((piece) => piece.includes(word))) expect(kept).toContain(word);
      }),
    );
  });

  it('never fails on plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { content } of [readPlainText(text), readMarkdown(text)])
          for (const key of partKeys) expect(parseRichDoc(content.parts[key])).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('plain text', () => {
  it('finds titles and pairs, and leaves signs that Markdown would act on alone', () => {
    const { content } = readPlainText(
      'Osterby launches Fairmend\n\nProblem\n\n* six days\n# of waiting\n\nFAQ\n\nQ: What does it cost?\nA: What you *were* shown.\n',
    );
    expect(inRelease(content, 'heading')).toBe('Osterby launches Fairmend');
    expect(inRelease(content, 'problem')).toBe('* six days # of waiting');
    expect((content.parts.customerFaq.content ?? []).map(plainText)).toEqual([
      'What does it cost?\nWhat you *were* shown.',
    ]);
  });
});

describe('a title that stands outside of the text', () => {
  it('is only the name of a text that begins with one of its own', () => {
    const { content, title } = readMarkdown(
      '---\ntitle: Draft 7\n---\n\n**Osterby launches Fairmend**\n\nLEEDS, 14 September 2027 — Today it opened.\n',
    );
    expect(inRelease(content, 'heading')).toBe('Osterby launches Fairmend');
    expect(allWords(content)).toContain('Draft 7');
    expect(title).toBe('Draft 7');
  });
});
