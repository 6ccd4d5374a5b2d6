import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../core/api/shapes';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { exportText } from '../../../core/export/text/exportText';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { meetingRemarks } from '../../../core/review/meeting/meetingRemarks';
import { readMeetings } from '../../../core/review/meeting/readMeetings';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { anyRoom, meeting, minute, note, remark, step } from '../review/meeting/someMeeting';
import { exportDocument, sampleContent } from './sampleNarrative';

const writers = {
  html: exportHtml,
  md: exportMarkdown,
  txt: exportText,
};
const formats = Object.keys(writers) as (keyof typeof writers)[];
const closing = (id = 'meeting') => step({ id: `close-${id}`, at: minute(80), meeting: id, step: 'closed' });

function written(
  format: keyof typeof writers,
  records: ReviewRecord[],
  options: Partial<ExportOptions> = {},
) {
  const document = exportDocument(sampleContent());
  return writers[format]({
    ...document,
    review: { records, update: new Uint8Array() },
    options: { ...document.options, minutes: true, ...options },
  }).text;
}

/** The same records with words of their own, which no format spells in another way. */
const withOwnWords = (records: readonly ReviewRecord[]): ReviewRecord[] =>
  records.map((record, index) => ('text' in record ? { ...record, text: `said${index}x` } : record));

describe('minutes in an export', () => {
  it.each(formats)('hold every remark once and only once: %s', (format) => {
    fc.assert(
      fc.property(anyRoom, (room) => {
        const open = withOwnWords(room).filter((record) => record.kind !== 'meetingStep');
        const records = [...open, closing()];
        const [found] = readMeetings(records).filter(({ id }) => id === 'meeting');
        if (!found) throw new Error('no meeting was read');
        const { threads } = meetingRemarks(found, records);
        const said = [
          ...threads.flatMap(({ comment, messages }) => (comment ? messages : [])),
          ...found.notes,
        ].map(({ text }) => text);
        const text = written(format, records, { meeting: 'meeting' });
        for (const words of said) expect(text.split(words)).toHaveLength(2);
        const others = records.flatMap((record) => ('text' in record ? [record.text] : []));
        for (const words of others.filter((candidate) => !said.includes(candidate)))
          expect(text.split(words).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 12 },
    );
  });

  it.each(formats)(
    'are not there unless they are asked for, nor before the meeting is closed: %s',
    (format) => {
      const records = [meeting(), remark({ text: 'On a Sunday too?' }), closing()];
      expect(written(format, records)).toContain('On a Sunday too?');
      expect(written(format, records, { minutes: false })).not.toContain('Sunday too');
      expect(written(format, records, { layout: 'release' })).not.toContain('Sunday too');
      expect(written(format, records.slice(0, 2))).not.toContain('Sunday too');
      expect(written(format, records, { meeting: 'another' })).not.toContain('Sunday too');
    },
  );

  it('leave alone, without a word of the text', () => {
    const records = [meeting(), note(), closing()];
    const text = written('txt', records, { parts: [], thread: false, evidence: false });
    expect(text).toContain('I would use this.');
    expect(text).not.toContain('Golden thread');
    expect(text.length).toBeLessThan(900);
  });

  it('are skipped when Markdown is read back', () => {
    const records = [meeting(), remark(), note(), closing()];
    const [withThem, without] = [true, false].map(
      (minutes) => parseDialect(written('md', records, { minutes })).content,
    );
    expect(withThem).toEqual(without);
  });

  it('keep the words of people as words', () => {
    const records = [meeting(), note({ text: '<b>no</b> [link](javascript:alert) *x*' }), closing()];
    expect(written('html', records)).not.toContain('<b>no</b>');
    expect(written('html', records)).not.toContain('javascript:alert"');
    expect(written('txt', records)).toContain('<b>no</b> [link](javascript:alert) *x*');
  });
});
