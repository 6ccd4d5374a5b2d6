import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import {
  attachedFileSchema,
  describeFile,
  fileSize,
  plainFileName,
} from '../../../core/evidence/attachedFile';
import { collectClaims } from '../../../core/evidence/collectClaims';
import { type EvidenceRecord, evidenceRecordSchema } from '../../../core/evidence/evidenceRecord';
import { ageingQuestion, isAgeing } from '../../../core/evidence/isAgeing';
import { sourceLine } from '../../../core/evidence/sourceLine';
import { groupByState, summariseEvidence } from '../../../core/evidence/summariseEvidence';
import { exportHtml } from '../../../core/export/html/exportHtml';
import { exportMarkdown } from '../../../core/export/markdown/exportMarkdown';
import {
  createNarrativeDoc,
  decodeNarrativeDoc,
  encodeNarrativeDoc,
  readNarrativeDoc,
} from '../../../core/narrative/narrativeDoc';
import type { RichNode } from '../../../core/narrative/richText';
import { anyNarrative, anyText, oddNarrative } from '../export/narrativeArbitrary';
import { exportDocument, withPlan } from '../export/sampleNarrative';

const blank: EvidenceRecord = {
  id: 'c1',
  state: 'heard',
  what: '',
  who: '',
  when: '',
  link: '',
  asset: '',
  note: '',
  setBy: '',
  setAt: '',
};
const record = (changes: Partial<EvidenceRecord>): EvidenceRecord => ({ ...blank, ...changes });
const claimed = (text: string, id = 'c1'): RichNode => ({
  type: 'text',
  text,
  marks: [{ type: 'evidence', attrs: { id } }],
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const plain = (text: string): RichNode => ({ type: 'text', text });

describe('the claims of a narrative', () => {
  it('lose no card and no claim, whatever the text is', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyNarrative, oddNarrative), (content) => {
        const { claims, orphans } = collectClaims(content);
        const listed = [...claims.flatMap((claim) => claim.record ?? []), ...orphans];
        expect(listed.map(({ id }) => id).sort()).toEqual(Object.keys(content.evidence).sort());
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
        const grouped = groupByState(claims).flatMap((group) => group.claims);
        expect(grouped).toHaveLength(claims.length);
      }),
      { numRuns: 40 },
    );
  });

  it('come back from the shared document', () => {
    const piece = fc
      .tuple(anyText, fc.constantFrom('1', '2', 'no card'))
      .map(([text, id]) => claimed(text, id));
    const line = fc.array(fc.oneof(piece, anyText.map(plain)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const content = {
          ...withPlan(lines.map((pieces) => paragraph(...pieces))),
          evidence: { '1': record({ id: '1' }), '2': record({ id: '2' }), '3': record({ id: '3' }) },
        };
        const shared = decodeNarrativeDoc(encodeNarrativeDoc(createNarrativeDoc(content)));
        expect(collectClaims(readNarrativeDoc(shared))).toEqual(collectClaims(content));
      }),
    );
  });

  it('are one claim where their words were parted, and say where they begin', () => {
    const content = withPlan([paragraph(claimed('six ')), paragraph(claimed('days'), plain(' and more'))]);
    const { claims } = collectClaims({ ...content, evidence: { c1: record({}) } });
    expect(claims).toMatchObject([{ id: 'c1', part: 'plan', section: '', words: 'six … days' }]);
  });

  it('count as unknown where the words came without their card', () => {
    const { claims } = collectClaims(withPlan([paragraph(claimed('six days', 'elsewhere'))]));
    expect(summariseEvidence(claims)).toBe('1 claim: 1 unknown');
  });
});

describe('a summary', () => {
  it('names only states that occur, surest first', () => {
    const content = withPlan([paragraph(claimed('a', '1'), claimed('b', '2'), claimed('c', '3'))]);
    const evidence = {
      '1': record({ id: '1', state: 'assumed' }),
      '2': record({ id: '2', state: 'known' }),
      '3': record({ id: '3', state: 'assumed' }),
    };
    expect(summariseEvidence(collectClaims({ ...content, evidence }).claims)).toBe(
      '3 claims: 1 known, 2 assumed',
    );
    expect(summariseEvidence([])).toBe('');
  });
});

describe('the age of a source', () => {
  it.each([
    { when: '2025-11-23', state: 'known', ages: true },
    { when: '2025-11-24', state: 'known', ages: false },
    { when: '2020-01-01', state: 'target', ages: false },
    { when: '', state: 'heard', ages: false },
  ] as const)('is told a year later: $when, $state', ({ when, state, ages }) => {
    expect(isAgeing({ when, state }, '2026-11-23', 12)).toBe(ages);
  });

  it('counts months that a team may choose', () => {
    expect(isAgeing({ when: '2026-08-01', state: 'heard' }, '2026-11-23', 3)).toBe(true);
    expect(isAgeing({ when: '2026-08-01', state: 'heard' }, '2026-11-23', 4)).toBe(false);
    expect(isAgeing({ when: '2026-08-01', state: 'heard' }, '2026-11-23', 1e12)).toBe(false);
  });

  it.each([
    [12, 'a year'],
    [24, '2 years'],
    [1, 'a month'],
    [18, '18 months'],
  ])('is told in words: %i', (months, words) => {
    expect(ageingQuestion(months)).toBe(`This source is more than ${words} old. Is it still true?`);
  });
});

describe('a source as a line', () => {
  it('says state, source, person and day', () => {
    const heard = record({ what: 'fourteen interviews.', who: 'Ines', when: '2026-09-14' });
    expect(sourceLine(heard)).toBe('Heard: fourteen interviews, Ines, 14 September 2026.');
    expect(sourceLine(null)).toBe('Unknown: no source yet.');
  });

  it('names the file, and says when it is gone', () => {
    const file = { name: 'interviews.pdf', size: 12, mime: 'application/pdf' };
    const card = record({ what: 'Interviews', asset: 'a.bin', file });
    expect(sourceLine(card)).toBe('Heard: Interviews. Attached: interviews.pdf.');
    expect(sourceLine(card, true)).toBe('Heard: Interviews. Attached: interviews.pdf (the file is missing).');
    expect(sourceLine(record({ asset: 'a.bin', file }))).toBe('Heard: see the attached file interviews.pdf.');
    expect(sourceLine(record({ asset: 'a.png' }))).toBe('Heard: see the attached picture.');
  });
});

describe('exports of claims', () => {
  const content = {
    ...withPlan([paragraph(plain('It takes '), claimed('six days'), plain('.” he said.'))]),
    evidence: { c1: record({ what: '<b>Fourteen</b> interviews' }) },
  };

  it('put the source behind the words and the punctuation that closes them, as words', () => {
    const { text } = exportHtml(exportDocument(content));
    expect(text).toMatch(/six days<\/span>\.”<sup>.*<\/sup> he said\./);
    expect(text).toContain('Heard: &lt;b&gt;Fourteen&lt;/b&gt; interviews.');
  });

  it('leave no trace when evidence is off or the release stands alone', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyNarrative, fc.constantFrom('off', 'release'), (narrative, how) => {
        const options = {
          ...defaultExportOptions,
          ...(how === 'off' ? { evidence: false } : { layout: 'release' as const }),
        };
        const bare = { ...narrative, evidence: {} };
        for (const write of [exportHtml, exportMarkdown]) {
          const { text } = write(exportDocument(narrative, { options }));
          expect(text).toBe(write(exportDocument(bare, { options })).text);
          expect(text).not.toMatch(/dateline evidence|\[\^e\d/);
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe('a file for a card', () => {
  it.each([
    ['C:\\Users\\ines\\interviews.PDF', 'interviews.PDF'],
    ['../../etc/passwd', 'passwd'],
    ['gpj\u202e.exe', 'gpj.exe'],
    ['  ..hidden. ', 'hidden'],
    ['/', 'file'],
    ['a<b>:"|?*\u0000.csv', 'ab.csv'],
    [`${'x'.repeat(300)}.xlsx`, `${'x'.repeat(120)}.xlsx`],
    ['Umfrage Köln 調査.ods', 'Umfrage Köln 調査.ods'],
  ])('has a name that every system can save: %j', (given, plain) => {
    expect(plainFileName(given)).toBe(plain);
  });

  it('fits its schema whatever it was called, and keeps its name when named again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(), (fileName, size) => {
        const file = describeFile(fileName, size);
        expect(attachedFileSchema.parse(file)).toEqual(file);
        expect(plainFileName(file.name)).toBe(file.name);
      }),
    );
  });

  it('is told with its kind and size', () => {
    expect(describeFile('mail.EML', 900).mime).toBe('message/rfc822');
    expect(describeFile('constructor', 900).mime).toBe('application/octet-stream');
    expect([0, 1, 999, 1000, 999_499, 999_500, 12_340_000].map(fileSize)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '999 kB',
      '1.0 MB',
      '12.3 MB',
    ]);
  });
});

describe('a card from outside', () => {
  it('keeps all but a file that cannot be read', () => {
    const { file, ...kept } = evidenceRecordSchema.parse({ ...blank, file: { name: 7 } });
    expect({ file, kept }).toEqual({ file: undefined, kept: blank });
    expect(Object.hasOwn(evidenceRecordSchema.parse(blank), 'file')).toBe(false);
  });

  it.each([{ when: 'yesterday' }, { state: 'sure' }, { id: '' }, { note: 'x'.repeat(5000) }])(
    'is refused with %j',
    (odd) => {
      expect(evidenceRecordSchema.safeParse({ ...blank, ...odd }).success).toBe(false);
    },
  );
});
