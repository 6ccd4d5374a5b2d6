import { describe, expect, test } from 'vitest';
import { defaultExportOptions } from '../../../core/api/shapes';
import { reviewStamp } from '../../../core/export/reviewStamp';
import { printedStamp } from '../../../core/export/stamp';
import { emptyContent, type NarrativeContent } from '../../../core/narrative/narrativeDoc';
import type { PartKey } from '../../../core/narrative/parts';
import { canonicalDoc } from '../../../core/narrative/schema';
import type { ReviewRecord } from '../../../core/review/reviewRecord';
import { partVersion } from '../../../core/review/signOff/partVersion';
import { paragraphs } from '../review/reviewArbitrary';
import { given, signing } from '../review/signOff/signingArbitrary';
import { exportDocument } from './sampleNarrative';

/** A release and a plan with a line each; nothing else is written. */
function twoParts(states: NarrativeContent['states']): NarrativeContent {
  const content = emptyContent();
  content.parts.release = canonicalDoc(paragraphs('It opened today.'));
  content.parts.plan = canonicalDoc(paragraphs('Begin in May.'));
  return { ...content, states };
}

const stampOf = (content: NarrativeContent, records: ReviewRecord[] = [], layout?: 'release') =>
  reviewStamp(
    exportDocument(content, {
      records,
      options: layout ? { ...defaultExportOptions, layout } : defaultExportOptions,
    }),
  );
const signed = (content: NarrativeContent, part: PartKey, by: string) =>
  signing({ id: `${part} ${by}`, part, by, version: partVersion(content, part) });

describe('the stamp of an export', () => {
  test('says how far the parts in it were reviewed', () => {
    expect(stampOf(emptyContent())).toBe('not reviewed yet');
    expect(stampOf(twoParts({}))).toBe('not reviewed yet');
    expect(stampOf(twoParts({ plan: 'ready' }))).toBe('not reviewed yet');
    expect(stampOf(twoParts({ plan: 'inReview' }))).toBe('in review');
    expect(stampOf(twoParts({ plan: 'reviewed' }))).toBe('1 of 2 parts reviewed');
    expect(stampOf(twoParts({ plan: 'reviewed', release: 'reviewed' }))).toBe('reviewed');
    expect(stampOf(twoParts({ release: 'reviewed' }), [], 'release')).toBe('reviewed');
    expect(printedStamp(exportDocument(twoParts({})))).toBe('Draft 7, 23 November 2026 · not reviewed yet');
  });

  test('tells whoever signed all of it, and only while that holds', () => {
    const content = twoParts({ plan: 'reviewed', release: 'reviewed' });
    const records = [
      signed(content, 'release', 'Ines'),
      signed(content, 'plan', 'Ines'),
      signed(content, 'plan', 'Ruth'),
    ];
    expect(stampOf(content, records)).toBe('reviewed, signed by 1 for this version');
    expect(stampOf(content, records.slice(1))).toBe('reviewed, 1 of 2 parts signed for this version');
    expect(stampOf(content, records, 'release')).toBe('reviewed, signed by 1 for this version');
    const changed = structuredClone(content);
    changed.parts.plan = canonicalDoc(paragraphs('Begin in June.'));
    const reviewed = given({ part: 'plan', version: partVersion(content, 'plan') });
    expect(stampOf(changed, [...records, reviewed])).toBe(
      '1 of 2 parts reviewed, 1 changed since, 1 of 2 parts signed for this version',
    );
    changed.parts.release = { type: 'doc', content: [] };
    expect(stampOf(changed, [reviewed])).toBe('changed since it was reviewed');
  });

  test('tells no name that a file merely claims', () => {
    const content = twoParts({ release: 'reviewed' });
    const claimed = {
      ...signed(content, 'release', 'Ines'),
      origin: { kind: 'packet', file: 'x.html', isSealed: false } as const,
    };
    expect(stampOf(content, [claimed], 'release')).toBe('reviewed');
    const sealed = { ...claimed, origin: { ...claimed.origin, isSealed: true } };
    expect(stampOf(content, [sealed], 'release')).toBe('reviewed, signed by 1 for this version');
  });
});
