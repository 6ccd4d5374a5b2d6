import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import { markOf } from '../../../core/export/markOf';
import { parseDialect } from '../../../core/import/markdown/readDialect';
import { readMarkdown } from '../../../core/import/readText';
import { narrativeIdSchema } from '../../../core/narrative/meta';
import { partKeys } from '../../../core/narrative/parts';
import { leftOutNames, readExportMark, writeExportMark } from '../../../core/review/exportMark';
import { exportDocument, sampleContent } from '../export/sampleNarrative';

const anyMark = fc.record({
  id: fc.constantFrom('fairmend', 'a1b2c3').map((id) => narrativeIdSchema.parse(id)),
  version: fc.constantFrom('' as const, '0123456789abcdef'),
  parts: fc.subarray([...partKeys], { minLength: 1 }),
  without: fc.subarray([...leftOutNames]),
});

describe('the mark of an export', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyMark, (mark) => {
        expect(readExportMark(writeExportMark(mark))).toEqual(mark);
      }),
    );
  });

  it('is read from anything at all without harm, and never without an id', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('version', 'parts', 'without'), fc.anything()), (fields) => {
        expect(readExportMark(fields)).toBeNull();
        expect(readExportMark({ ...fields, id: 'fairmend' })?.parts.length).toBeGreaterThan(0);
      }),
    );
  });

  it('stands in the front matter of Markdown and comes back with it', () => {
    const plain = exportDocument(sampleContent());
    const options = { ...plain.options, parts: partKeys.slice(1), evidence: false };
    const document = { ...plain, options };
    const { text } = exportMarkdown({ ...document, mark: markOf(document) });
    expect(text).toMatch(/^version: [0-9a-f]{16}$/m);
    expect(parseDialect(text).mark).toEqual(markOf(document));
    expect(parseDialect(text).mark).toMatchObject({ parts: partKeys.slice(1), without: ['evidence'] });
    expect(parseDialect(exportMarkdown(document).text).mark).toBeUndefined();
    expect(readMarkdown(text.replace('dateline: 1', 'dateline: 2')).mark).toBeUndefined();
  });
});
