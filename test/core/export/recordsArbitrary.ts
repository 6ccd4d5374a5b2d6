import fc from 'fast-check';
import { type EvidenceRecord, evidenceStates } from '../../../core/evidence/evidenceRecord';
import type { NarrativeRecords } from '../../../core/narrative/recordMaps';
import type { Hotspot, ScreenPicture, ScreenRecord, ScreenVersion } from '../../../core/screens/screenRecord';
import { beats, type Storyboard, type StoryFrame } from '../../../core/screens/storyboard';
import type { ReleasePromise } from '../../../core/thread/releasePromise';
import { endKinds, type ThreadLink, threadLinkId, threadVerdicts } from '../../../core/thread/threadLink';

/** Ids that texts carry. The first of each has no record, as after a paste from another narrative. */
export const claimIds = ['claim-1', 'claim-2', 'claim --> 3 | x'];
export const promiseIds = ['promise-1', 'promise-2', 'promise --> 3 | x'];
export const screenIds = ['screen-1', 'screen-2', 'screen --> 3 | x'];

const now = fc.constantFrom('', '2026-11-01T10:00:00.000Z');
const person = fc.constantFrom('', 'Ines Halloran');

const evidenceRecord = (id: string, words: fc.Arbitrary<string>): fc.Arbitrary<EvidenceRecord> =>
  fc.record({
    id: fc.constant(id),
    state: fc.constantFrom(...evidenceStates),
    what: fc.oneof(fc.constant(''), words),
    who: person,
    when: fc.constantFrom('', '2026-09-14'),
    link: fc.constantFrom('', 'https://example.org/a_b', 'not a link'),
    asset: fc.constantFrom('', 'interviews-1.png'),
    note: fc.oneof(fc.constant(''), words, fc.constant('two\nlines')),
    setBy: fc.constantFrom('', 'Ines'),
    setAt: now,
  });

const picture: fc.Arbitrary<ScreenPicture> = fc.record({
  scene: fc.constantFrom('', 'scene-1.bin'),
  svg: fc.constantFrom('', 'drawing-1.svg'),
  png: fc.constantFrom('drawing-1.png', 'gone-1.png'),
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});
const version: fc.Arbitrary<ScreenVersion> = fc
  .tuple(picture, person)
  .map(([drawn, savedBy]) => ({ ...drawn, savedAt: '2026-10-01T10:00:00.000Z', savedBy }));
const share = fc.constantFrom(0, 0.25, 0.3, 1);
const hotspot = (words: fc.Arbitrary<string>): fc.Arbitrary<Hotspot> =>
  fc.record({
    id: fc.uuid(),
    x: share,
    y: share,
    width: share,
    height: share,
    label: fc.oneof(fc.constant(''), words),
    to: fc.constantFrom('', ...screenIds),
  });

const screenRecord = (id: string, words: fc.Arbitrary<string>): fc.Arbitrary<ScreenRecord> =>
  fc.record({
    id: fc.constant(id),
    title: fc.oneof(fc.constant(''), words),
    alt: fc.oneof(fc.constant(''), words),
    template: fc.constantFrom('', 'picture', 'phone'),
    picture: fc.oneof(fc.constant(null), picture),
    versions: fc.array(version, { maxLength: 2 }),
    hotspots: fc.array(hotspot(words), { maxLength: 2 }),
    follows: fc.constantFrom('', ...screenIds),
    changedAt: now,
    changedBy: person,
  });

const storyboard = (useCase: string, words: fc.Arbitrary<string>): fc.Arbitrary<Storyboard> => {
  const frame: fc.Arbitrary<StoryFrame> = fc.record({
    id: fc.uuid(),
    beat: fc.constantFrom(...beats),
    caption: words,
    step: fc.constantFrom('', 'step-gone'),
    screen: fc.constantFrom('', ...screenIds),
  });
  return fc.array(frame, { maxLength: 3 }).map((frames) => ({ useCase, frames }));
};

const releasePromise = (id: string, words: fc.Arbitrary<string>): fc.Arbitrary<ReleasePromise> =>
  fc.record({
    id: fc.constant(id),
    words,
    section: fc.constantFrom('', 'summary'),
    isImportant: fc.boolean(),
    setBy: person,
    setAt: now,
  });

const threadLink = (words: fc.Arbitrary<string>): fc.Arbitrary<ThreadLink> =>
  fc
    .record({
      promise: fc.constantFrom(...promiseIds),
      kind: fc.constantFrom(...endKinds),
      end: fc.constantFrom(...screenIds, ...claimIds, 'gone'),
      words,
      place: fc.record({
        part: fc.constantFrom('experience' as const, 'manuals' as const),
        section: fc.constantFrom('', 'story-1'),
      }),
      verdict: fc.constantFrom(...threadVerdicts),
      setBy: person,
      setAt: now,
    })
    .map((link) => ({ ...link, id: threadLinkId(link) }));

/** The records, by the key that `keyOf` finds in each. */
const keyed = <T>(
  records: fc.Arbitrary<T[]>,
  keyOf: (record: T) => string,
): fc.Arbitrary<Record<string, T>> =>
  records.map((all) => Object.fromEntries(all.map((record) => [keyOf(record), record])));

/** Records for all ids of a text but the first of each kind, and some whose words were deleted. */
export function anyRecords(
  words: fc.Arbitrary<string>,
): fc.Arbitrary<Omit<NarrativeRecords, 'facts' | 'drawer'>> {
  const each = <T>(
    ids: readonly string[],
    make: (id: string, words: fc.Arbitrary<string>) => fc.Arbitrary<T>,
  ) => fc.tuple(...[...ids.slice(1), 'deleted'].map((id) => make(id, words)));
  return fc.record({
    evidence: keyed(each(claimIds, evidenceRecord), ({ id }) => id),
    screens: keyed(each(screenIds, screenRecord), ({ id }) => id),
    storyboards: keyed(fc.tuple(storyboard('story-1', words)), ({ useCase }) => useCase),
    promises: keyed(each(promiseIds, releasePromise), ({ id }) => id),
    links: keyed(fc.array(threadLink(words), { maxLength: 4 }), ({ id }) => id),
  });
}
