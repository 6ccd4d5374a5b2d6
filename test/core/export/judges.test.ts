import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import type { RichNode } from '../../../core/narrative/richText';
import { anyText } from './narrativeArbitrary';
import { exportDocument, withPlan } from './sampleNarrative';

const pandoc = 'pandoc';

function hasPandoc(): boolean {
  try {
    execFileSync(pandoc, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI !== undefined;
  }
}
const isInstalled = hasPandoc();
if (!isInstalled) console.warn('SKIPPED: Markdown and HTML are not read by pandoc, which is not installed.');

interface PandocNode {
  t: string;
  c?: unknown;
}

/** The words of a paragraph as another program reads them. */
function wordsOf(content: unknown): string {
  if (Array.isArray(content)) return content.map(wordsOf).join('');
  if (typeof content !== 'object' || content === null) return '';
  const { t, c } = content as PandocNode;
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Str') return String(c);
  if (t === 'RawInline') return '';
  if (t === 'Code') return String((c as unknown[])[1]);
  return wordsOf(t === 'Link' || t === 'Span' ? (c as unknown[])[1] : c);
}

/** The paragraphs below the heading of the launch plan; anything that is none is named. */
function planAs(format: 'gfm' | 'html', text: string): string[] {
  const read = execFileSync(pandoc, ['-f', format, '-t', 'json'], { input: text, encoding: 'utf8' });
  const inside = (blocks: PandocNode[]): PandocNode[] =>
    blocks.flatMap((block) =>
      block.t === 'Div' ? inside((block.c as [unknown, PandocNode[]])[1]) : [block],
    );
  const blocks = inside((JSON.parse(read) as { blocks: PandocNode[] }).blocks).filter(
    ({ t }) => t !== 'RawBlock',
  );
  const start = blocks.findIndex(({ t, c }) => t === 'Header' && wordsOf(c).includes('Launch plan'));
  return blocks.slice(start + 1).map(({ t, c }) => (t === 'Para' || t === 'Plain' ? wordsOf(c) : t));
}

/** Pandoc composes letters, and so do we to compare. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().normalize('NFC');

describe.runIf(isInstalled)('what pandoc reads in our files', () => {
  it.each(['gfm', 'html'] as const)('is our words and nothing else, as %s', { timeout: 60_000 }, (format) => {
    const texts = fc.array(
      anyText.filter((text) => plain(text) !== ''),
      { minLength: 15, maxLength: 25 },
    );
    fc.assert(
      fc.property(texts, (written) => {
        const blocks = written.map(
          (text): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] }),
        );
        const document = exportDocument(withPlan(blocks));
        const { text } = format === 'gfm' ? exportMarkdown(document) : exportHtml(document);
        const read = planAs(format, text).map(plain);
        expect(read.slice(0, written.length)).toEqual(written.map(plain));
      }),
      { numRuns: 12 },
    );
  });
});
