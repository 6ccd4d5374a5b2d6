import fc from 'fast-check';
import { partKeys } from '../../../../core/narrative/parts';
import type { ReviewRecordOf } from '../../../../core/review/reviewRecord';

type Signing = ReviewRecordOf<'signOff'>;

/** Ines about draft 7 of the release. */
const about = {
  at: '2026-11-20T10:00:00.000Z',
  by: 'Ines Halloran',
  origin: { kind: 'here', file: '' },
  part: 'release',
  version: 'v1',
  draft: 7,
} as const;

/** A sign-off by Ines for draft 7 of the release, apart from what a test is about. */
export const signing = (changes: Partial<Signing> = {}): Signing => ({
  ...about,
  id: 'one',
  kind: 'signOff',
  isSigned: true,
  note: '',
  ...changes,
});

type Given = ReviewRecordOf<'stateChange'>;

/** Ines saying that the release is reviewed, apart from what a test is about. */
export const given = (changes: Partial<Given> = {}): Given => ({
  ...about,
  id: 'given',
  kind: 'stateChange',
  from: 'inReview',
  to: 'reviewed',
  open: { findings: 0, comments: 0, questions: 0 },
  reason: '',
  ...changes,
});

const anyOrigin = fc.constantFrom<Signing['origin']>(
  { kind: 'here', file: '' },
  { kind: 'packet', file: 'ines.html', packet: 'p', isSealed: true },
  { kind: 'packet', file: 'who.html', packet: 'p', isSealed: false },
  { kind: 'package', file: 'copy.dateline' },
);

/** Sign-offs of few people for few texts in few moments, so that they often meet. */
export const anySignings: fc.Arbitrary<Signing[]> = fc
  .array(
    fc.record({
      at: fc.constantFrom('2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00Z', '2026-11-21T10:00:00.000Z'),
      by: fc.constantFrom('Ines Halloran', 'ines  halloran', 'Ruth Adebayo'),
      origin: anyOrigin,
      part: fc.constantFrom(...partKeys.slice(0, 2)),
      version: fc.constantFrom('v1', 'v2'),
      isSigned: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((changes, index) => signing({ ...changes, id: `signing-${index}` })));
