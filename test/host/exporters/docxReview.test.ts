import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportReview } from '../../../core/export/exportDocument';
import { drawReview } from '../../../core/export/review/drawReview';
import type { NarrativeContent } from '../../../core/narrative/narrativeDoc';
import { partKeys } from '../../../core/narrative/parts';
import { isBlank } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocx } from '../../../host/exporters/docx/exportDocx';
import { anyNarrative, oddNarrative } from '../../core/export/narrativeArbitrary';
import { anyRemarks, reviewOf } from '../../core/export/review/reviewArbitrary';
import { exportDocument, sampleContent, withPlan } from '../../core/export/sampleNarrative';
import { threadedAssets, threadedContent } from '../../core/export/threadedNarrative';
import { PlanReview } from './planReview';
import { bodyOf, errorsOf, isReadable, readBack, wordsOf, xmlFilesOf } from './wordFile';

const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

function write(content: NarrativeContent, review?: ExportReview) {
  const document = exportDocument(content, { assets: threadedAssets, ...(review ? { review } : {}) });
  const options = { ...document.options, parts: [...partKeys], comments: review !== undefined };
  return { ...document, options };
}

const plan = withPlan([
  paragraph(text('Film the fault, and read the price.')),
  paragraph(text('A repairer comes by Friday.')),
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Pay when it runs.'))] }] },
  paragraph(text('The end.')),
]);

const reviewedPlan = () =>
  new PlanReview(plan)
    .comment('c1', 'the price', 'Which price?\n<b>Net</b> & "gross"')
    .reply('c1', 'מחיר 価格')
    .comment('c2', 'Friday', 'Too late.')
    .resolve('c2')
    .suggest('s1', 'Film the fault', {
      kind: 'words',
      was: [text('Film the fault')],
      now: [text('Film the whole fault')],
    })
    .suggest('s2', 'A repairer', { kind: 'delete', was: [paragraph(text('A repairer comes by Friday.'))] })
    .suggest('s3', 'The end', { kind: 'insert', side: 'before', now: [paragraph(text('Nobody waits.'))] })
    .reply('s3', 'Good.')
    .done();

/** What stays when every tracked change is accepted, or rejected, as plain lines. */
const settled = (bytes: Uint8Array, how: 'accept' | 'reject'): string[] =>
  readBack(bytes, [`--track-changes=${how}`, '--to', 'plain']).split(/\n+/);

describe('a review in a Word document', () => {
  it('is valid, and every thread is in it, for any narrative', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyNarrative, oddNarrative), anyRemarks, async (content, remarks) => {
        const document = write(content, reviewOf(content, remarks));
        const { bytes, warnings } = await exportDocx(document);
        const comments = xmlFilesOf(bytes).get('word/comments.xml') ?? '<w:comments/>';
        const isWhole = !warnings.some(({ code }) => code === 'comments-left-out');
        const messages = [...(drawReview(document)?.threads.values() ?? [])].flatMap(
          (thread) => thread.messages,
        );
        if (isWhole) expect(comments.split('<w:comment ').length - 1).toBe(messages.length);
        expect(await errorsOf(bytes)).toEqual([]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('has replies, and says what is resolved', async () => {
    const { bytes } = await exportDocx(write(plan, reviewedPlan()));
    const files = xmlFilesOf(bytes);
    expect(await errorsOf(bytes)).toEqual([]);
    expect(wordsOf(files.get('word/comments.xml') ?? '')).toContain('<b>Net</b> & "gross"');
    const states = files.get('word/commentsExtended.xml')?.match(/<w15:commentEx [^>]*>/g);
    expect(states).toHaveLength(4);
    expect(states?.filter((state) => state.includes('paraIdParent'))).toHaveLength(1);
    expect(states?.filter((state) => state.includes('done="1"'))).toHaveLength(1);
    expect(new Set(files.get('word/commentsIds.xml')?.match(/durableId="\w{8}"/g)).size).toBe(4);
  });

  it('is not there unless it is asked for', async () => {
    const document = write(plan, reviewedPlan());
    const { bytes } = await exportDocx({ ...document, options: { ...document.options, comments: false } });
    expect([...xmlFilesOf(bytes).keys()].filter((name) => name.includes('comment'))).toEqual([]);
    expect(xmlFilesOf(bytes).get('word/document.xml')).not.toMatch(/<w:(ins |del |comment)/);
  });

  it.runIf(isReadable)(
    'gives what was suggested when accepted, and what was there when rejected',
    async () => {
      const { bytes } = await exportDocx(write(plan, reviewedPlan()));
      const bare = await exportDocx(write(plan));
      expect(settled(bytes, 'reject')).toEqual(settled(bare.bytes, 'accept'));
      const accepted = settled(bytes, 'accept');
      expect(accepted).toContain('Film the whole fault, and read the price.');
      expect(accepted).toContain('Nobody waits.');
      expect(accepted).not.toContain('A repairer comes by Friday.');
    },
  );

  it.runIf(isReadable)('is read by another program with names, days and ranges', async () => {
    const { bytes } = await exportDocx(write(plan, reviewedPlan()));
    const read = readBack(bytes, ['--track-changes=all', '--to', 'markdown']);
    expect(read).toMatch(/comment-start id="\d" author="Ines Halloran" date="2026-11-24T09:30:00/);
    expect(read).toMatch(/\[whole ?\]\{\.insertion author="Legal" date="2026-11-24T09:30:00Z"\}/);
    expect(read).toContain('.paragraph-insertion');
    expect(read).toContain('.paragraph-deletion');
  });
});

describe('tracked changes of a Word document', () => {
  it.runIf(isReadable)(
    'leave what was there when rejected, for any narrative (seed 51)',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyNarrative, anyRemarks, async (content, remarks) => {
          // A part without a word has a heading as soon as somebody suggests one.
          const parts = partKeys.filter((key) => !isBlank(content.parts[key]));
          const document = write(content, reviewOf(content, remarks));
          const asked = { ...document, options: { ...document.options, parts } };
          const reviewed = await exportDocx(asked);
          const bare = await exportDocx({ ...asked, options: { ...asked.options, comments: false } });
          expect(bodyOf(reviewed.bytes, 'reject')).toEqual(bodyOf(bare.bytes, 'accept'));
        }),
        { seed: 51, numRuns: 3, endOnFailure: true },
      );
    },
  );
});

describe('a Word document without a review', () => {
  it('is valid for samples, and where nothing is written', async () => {
    for (const content of [threadedContent(), sampleContent(), withPlan([paragraph()])])
      expect(await errorsOf((await exportDocx(write(content))).bytes)).toEqual([]);
  });
});
