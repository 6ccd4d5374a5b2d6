import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { findNumbers } from '../reading/findNumbers';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Finds a release in which nothing can be checked, because it holds no number with a unit. */
export function findNoNumber(document: CoachDocument, settings: RuleSettings): Hit[] {
  const blocks = blocksOf(document, 'release').filter(
    ({ section }) => section !== 'dateline' && section !== 'about',
  );
  const words = wordsIn(blocks);
  if (words < settings.threshold('releaseWords')) return [];
  if (blocks.some(({ text }) => findNumbers(text).length > 0)) return [];
  // A post is no release: what nobody meant to be measured is only worth a look.
  const level = document.isPost ? { level: 'look' as const } : {};
  return [hitOn({ part: 'release', section: placeFor(document) }, level)];
}

/** Asked where a number would help a reader most. */
function placeFor({ pieces }: CoachDocument): string {
  const written = pieces.filter(({ part }) => part === 'release').map(({ section }) => section);
  return ['solution', 'summary'].find((section) => written.includes(section)) ?? written[0] ?? '';
}
