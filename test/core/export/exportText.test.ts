import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { exportText } from '../../../core/export/text/exportText';
import { textWidth } from '../../../core/export/text/textWidth';
import { wrapText } from '../../../core/export/text/wrapText';
import { printable } from '../../../core/import/printable';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { RichMark, RichNode } from '../../../core/narrative/richText';
import { anyNarrative, oddNarrative } from './narrativeArbitrary';
import { exportDocument, sampleContent, withPlan } from './sampleNarrative';
import { threadedAssets, threadedContent } from './threadedNarrative';

const words = (text: string, marks: RichMark[] = []): RichNode => ({ type: 'text', text, marks });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const list = (
  type: 'bulletList' | 'orderedList' | 'taskList',
  items: RichNode[][],
  attrs = {},
): RichNode => ({
  type,
  attrs,
  content: items.map((content, index) =>
    type === 'taskList'
      ? { type: 'taskItem', attrs: { checked: index === 0 }, content }
      : { type: 'listItem', content },
  ),
});
const row = (type: 'tableHeader' | 'tableCell', ...texts: string[]): RichNode => ({
  type: 'tableRow',
  content: texts.map((text) => ({ type, content: [paragraph(words(text))] })),
});

/** The launch plan as it stands in the mail, without the head of the page. */
function planOf(blocks: RichNode[]): string {
  const { text } = exportText(exportDocument(withPlan(blocks)));
  return text.slice(text.indexOf('Launch plan\n===========\n\n') + 'Launch plan\n===========\n\n'.length);
}

/** Every text that somebody wrote. */
function textsOf({ parts }: NarrativeContent): string[] {
  const visit = (node: RichNode): string[] =>
    node.type === 'text' ? [node.text ?? ''] : (node.content ?? []).flatMap(visit);
  return Object.values(parts).flatMap(visit);
}

/** Words that no line breaks within. */
const spaced = /^[\x21-\x7e\p{Script=Latin}]+$/u;

/** The number of a source or promise stands behind the words that carry it, which may be a part of a word. */
const withoutNotes = (text: string): string => text.replaceAll(/ ?\[P?\d+\]/gu, '');

describe('a narrative as plain text', () => {
  it('keeps every word of any narrative', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        const { text } = exportText(exportDocument(content));
        for (const written of textsOf(content))
          for (const word of printable(written).split(/[ \t\n]+/))
            if (spaced.test(word)) expect(text.includes(word) ? text : withoutNotes(text)).toContain(word);
      }),
      { numRuns: 40 },
    );
  });

  it('breaks lines at 72 columns, apart from what has no place to break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'word', '日本語の文', 'สวัสดี', 'https://example.org/a-long-address'), {
          minLength: 30,
          maxLength: 60,
        }),
        (some) => {
          const lines = wrapText(some.join(' '), 72);
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(72);
          expect(lines.join('').replaceAll(' ', '')).toBe(some.join(''));
        },
      ),
      { numRuns: 40 },
    );
    const address = `https://example.org/${'a'.repeat(80)}`;
    expect(wrapText(`See ${address} today`, 72)).toEqual(['See', address, 'today']);
  });

  it('counts letters of East Asia and pictures as two columns, and what adds to a letter as none', () => {
    expect(['a', '日本', '👩‍💻', 'e\u0301', 'مرحبا', '（'].map(textWidth)).toEqual([1, 4, 2, 1, 5, 2]);
    expect(wrapText('「日本語」、日本語。', 12)).toEqual(['「日本語」、', '日本語。']);
  });
});

describe('what stands in the plain text', () => {
  it('underlines headings and says what the page is', () => {
    const { text } = exportText(exportDocument(sampleContent()));
    expect(text).toMatch(/^Osterby launches[^=]*\nbell\n={71}\n\n/);
    expect(text).toContain(
      '\n\nFairmend · Draft 7, 23 November 2026 · not reviewed yet · For Osterby\nonly\n\n\nCustomer\n========\n',
    );
    expect(text).toContain('\nCustomer FAQ\n============\n');
    expect(text).toMatch(/\n\nNotes\n=====\n\n\[1\] /);
  });

  it('writes lists, tasks, quotes, code and rules as mails do', () => {
    const plan = planOf([
      list('orderedList', [[paragraph(words('Ask'))], [paragraph(words('Answer'))]], { start: 9 }),
      list('taskList', [[paragraph(words('Tell'))], [paragraph(words('Mend'))]]),
      list('bulletList', [[paragraph(words('One'))], [paragraph(words('Two')), paragraph(words('More'))]]),
      { type: 'blockquote', content: [paragraph(words('Said.')), paragraph(words('Again.'))] },
      { type: 'codeBlock', attrs: { role: 'request' }, content: [words('GET /prices\nHost: a')] },
      { type: 'horizontalRule' },
    ]);
    expect(plan).toBe(
      [
        '9. Ask\n10. Answer',
        '[x] Tell\n[ ] Mend',
        '- One\n\n- Two\n\n  More',
        '> Said.\n>\n> Again.',
        'Request:\n    GET /prices\n    Host: a',
        '* * *\n',
      ].join('\n\n'),
    );
  });
});

describe('a table in the plain text', () => {
  it('stands in columns; one that is too wide is a list of its rows', () => {
    const narrow = planOf([
      {
        type: 'table',
        content: [row('tableHeader', 'Need', 'Price'), row('tableCell', 'Lunch', '9 euros a day')],
      },
    ]);
    expect(narrow).toBe('Need   Price\n-----  -------------\nLunch  9 euros a day\n');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const wide = planOf([
      {
        type: 'table',
        content: [row('tableHeader', ...names), row('tableCell', ...names), row('tableCell', ...names)],
      },
    ]);
    expect(wide).toMatch(/^a:\n {2}a\nb:\n {2}b\n[\s\S]*\nh:\n {2}h\n\na:\n/);
  });

  it('breaks words within their column', () => {
    const long = 'the customer sees the price before the repairer comes to the house';
    const plan = planOf([
      { type: 'table', content: [row('tableHeader', 'What', 'Why'), row('tableCell', long, long)] },
    ]);
    expect(Math.max(...plan.split('\n').map(textWidth))).toBeLessThanOrEqual(72);
    expect(plan).toContain('the customer sees the price before   the customer sees the price before\n');
  });
});

describe('words in the plain text', () => {
  it('puts addresses behind their words, and tells struck words by tildes', () => {
    const link = (href: string): RichMark[] => [{ type: 'link', attrs: { href } }];
    const { text, warnings } = exportText(
      exportDocument(
        withPlan([
          paragraph(
            words('See '),
            words('our ', link('https://a.example')),
            words('page', [{ type: 'bold' }, ...link('https://a.example')]),
            words('.'),
          ),
          paragraph(
            words('a@b.example', link('mailto:a@b.example')),
            words(' or '),
            words('a.example', link('https://a.example/')),
          ),
          paragraph(words('Was 9', [{ type: 'strike' }])),
        ]),
      ),
    );
    expect(text).toContain('\nSee our page <https://a.example>.\n\na@b.example or a.example\n\n~Was 9~\n');
    expect(warnings.map(({ code, part }) => [code, part])).toEqual([['attribute-lost', 'plan']]);
  });

  it('says in words what pictures and screens show, and keeps text that runs from the right as it is', () => {
    const { text, warnings } = exportText(exportDocument(threadedContent(), { assets: threadedAssets }));
    expect(text).toContain('[Screen: A price and one button]\nThe price\n');
    expect(text).toContain('The price is known first. [P1] They waited six days.[1]');
    expect(warnings.map(({ code }) => code)).toContain('attribute-lost');
    expect(planOf([paragraph(words('שלום עולם، مرحبا'))])).toBe('שלום עולם، مرحبا\n');
  });

  it('is the release alone when asked for it, with its stamp below', () => {
    const options = { ...defaultExportOptions, layout: 'release' as const };
    const { text } = exportText(exportDocument(sampleContent(), { options }));
    expect(text).toContain('Leeds, 14 September 2027 — Osterby today');
    expect(text).not.toContain('Customer FAQ');
    expect(text.trimEnd().split('\n').slice(-2).join(' ')).toBe(
      'Fairmend · Draft 7, 23 November 2026 · not reviewed yet · For Osterby only',
    );
  });
});
