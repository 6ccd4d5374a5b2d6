import { describe, expect, it } from 'vitest';
import { defaultExportOptions, type ExportFormat, type ExportOptions } from '../../../core/api/shapes';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { meeting, note, remark, step, wordsAnchor } from '../../core/review/meeting/someMeeting';
import { askPdf, hasPdfTools } from '../../support/pdfTools';
import { openWindow } from '../editor';
import { wordsOf, xmlFilesOf } from '../exporters/wordFile';
import { newHost } from '../newHost';

const fromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const about = wordsAnchor('twice', 'plan');
const opened = meeting({ at: fromNow(0), parts: ['plan'] });
const written = remark({ at: fromNow(0), anchor: about, text: 'Why not three times?' });
const said = note({ at: fromNow(1) });
const closed = step({ at: fromNow(2), step: 'closed' });

async function withMeeting(...more: ReviewRecord[]) {
  const test = await newHost();
  const { id } = await test.call('narratives.create', { name: 'Fairmend' });
  const window = await openWindow(test.call, id, 'one');
  window.type('plan', 'Tell everyone twice.');
  await window.save();
  await test.call('review.add', { id, records: [opened, written, ...more] });
  const run = async (format: ExportFormat, options: Partial<ExportOptions>) => {
    const asked = { ...defaultExportOptions, ...options };
    const { data } = await test.call('exports.run', { id, format, options: asked, job: `job-${format}` });
    return new Uint8Array(Buffer.from(data ?? '', 'base64'));
  };
  return { ...test, id, run };
}

const wordText = (bytes: Uint8Array) => [...xmlFilesOf(bytes).values()].map(wordsOf).join('\n');

describe('minutes', () => {
  it('are an appendix of a Word document, or one of their own that is no copy of the text', async () => {
    const { run, id } = await withMeeting(said, closed);
    const behind = wordText(await run('docx', { minutes: true }));
    expect(behind).toContain('Tell everyone twice.');
    expect(behind.split('Why not three times?')).toHaveLength(2);
    const alone = await run('docx', { minutes: true, parts: [], thread: false, evidence: false });
    expect(wordText(alone)).toContain('I would use this.');
    expect(wordText(alone)).not.toContain('Tell everyone');
    // What comes back as a copy would take all of the text out.
    expect(wordText(alone)).not.toContain(id);
  });

  it.runIf(hasPdfTools())('stand in a PDF, behind the text and alone', async () => {
    const { run } = await withMeeting(said, closed);
    const behind = askPdf('text', await run('pdf', { minutes: true }));
    expect(behind.split('Why not three times?')).toHaveLength(2);
    const alone = await run('pdf', { minutes: true, parts: [], thread: false, evidence: false });
    expect(askPdf('text', alone)).toContain('I would use this.');
    expect(askPdf('text', alone)).not.toContain('Tell everyone');
    expect(askPdf('check', alone)).toContain('No syntax or stream encoding errors');
  });
});

describe('an export while a room reads', () => {
  it('tells nobody what others wrote, and tells it once the reading is over', async () => {
    const { run, call, id } = await withMeeting();
    expect(wordText(await run('docx', { comments: true }))).not.toContain('Why not three times?');
    await call('review.add', { id, records: [step({ at: fromNow(1) })] });
    expect(wordText(await run('docx', { comments: true }))).toContain('Why not three times?');
  });
});
