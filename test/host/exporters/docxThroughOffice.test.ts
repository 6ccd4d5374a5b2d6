import { describe, expect, it } from 'vitest';
import { markOf } from '../../../core/export/markOf';
import { plainText } from '../../../core/narrative/plainText';
import type { RichNode } from '../../../core/narrative/richText';
import { exportDocx } from '../../../host/exporters/docx/exportDocx';
import { readDocx } from '../../../host/importers/docx/readDocx';
import { exportDocument, withPlan } from '../../core/export/sampleNarrative';
import { editInOffice, isOfficeHere } from './office/editInOffice';
import { PlanReview } from './planReview';

const text = (words: string): RichNode => ({ type: 'text', text: words });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

const plan = withPlan([
  paragraph(text('Film the fault, and read the price.')),
  paragraph(text('A repairer comes by Friday.')),
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Pay when it runs.'))] }] },
  paragraph(text('The end.')),
]);

/** The plan with a remark, its reply, a resolved one and a suggestion, as it leaves. */
async function leaves() {
  const review = new PlanReview(plan)
    .comment('c1', 'the price', 'Which price?')
    .reply('c1', 'The net one.')
    .comment('c2', 'The end', 'So soon?')
    .resolve('c2')
    .comment('c3', 'Pay when', 'Who pays?')
    .suggest('s1', 'Film', { kind: 'words', was: [text('Film')], now: [text('Draw')] })
    .done();
  const document = exportDocument(plan, { review });
  const asked = { ...document, options: { ...document.options, comments: true } };
  return { bytes: (await exportDocx({ ...asked, mark: markOf(asked) })).bytes, mark: markOf(asked) };
}

async function comesBack(bytes: Uint8Array) {
  const { content, review = [], mark } = await readDocx(bytes, undefined, 'back.docx');
  const said = review.flatMap((record) =>
    record.kind === 'comment' || record.kind === 'reply' ? [`${record.by}: ${record.text}`] : [],
  );
  const suggested = review.flatMap((record) =>
    record.kind === 'suggestion' && record.change.kind === 'words'
      ? [[record.change.was, record.change.now].map((nodes) => nodes.map(plainText).join(''))]
      : [],
  );
  return { text: plainText(content.parts.plan), said, suggested, review, mark };
}

const written = plainText(plan.parts.plan);

describe('a Word document that comes back', () => {
  it('has its text, its threads, its suggestions and its mark when nobody touched it', async () => {
    const { bytes, mark } = await leaves();
    const back = await comesBack(bytes);
    expect(back.text).toBe(written);
    expect(back.said.sort()).toEqual([
      'Ines Halloran: So soon?',
      'Ines Halloran: Which price?',
      'Ines Halloran: Who pays?',
      'Samir: The net one.',
    ]);
    expect(back.suggested).toEqual([['Film', 'Draw']]);
    expect(back.review.filter(({ kind }) => kind === 'resolution')).toHaveLength(1);
    expect(back.mark).toEqual(mark);
  });

  it.runIf(isOfficeHere)('has what was added in LibreOffice besides', { timeout: 120_000 }, async () => {
    const { bytes, mark } = await leaves();
    const edited = editInOffice(bytes, {
      remark: { on: 'by Friday', by: 'Counsel', words: 'Every Friday?' },
      change: { from: 'Pay when', to: 'Pay once' },
    });
    const back = await comesBack(edited);
    expect(back.text).toBe(written);
    expect(back.said).toContain('Counsel: Every Friday?');
    expect(back.said).toHaveLength(5);
    expect(back.suggested).toHaveLength(2);
    expect(back.suggested).toContainEqual(['Pay when', 'Pay once']);
    expect(back.mark).toEqual(mark);
  });
});
