import { weighRelease } from '../../check/releaseLength';
import { emptySections } from '../../narrative/partState';
import { sectionTitle } from '../../narrative/parts';
import { isBlank } from '../../narrative/plainText';
import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Finds a release that has no words, leaves sections empty, or ends before a reader could judge it. */
export function findTooShort(document: CoachDocument, settings: RuleSettings): Hit[] {
  const { content } = document;
  const [first = '', ...others] = emptySections(content, 'release');
  if (isBlank(content.parts.release)) {
    return [hitOn({ part: 'release', section: 'heading' }, { variant: 'empty', level: 'stop' })];
  }
  if (first !== '') {
    const missing = [first, ...others].map((key) => sectionTitle('release', key)).join(', ');
    return [
      hitOn({ part: 'release', section: first }, { variant: 'sections', level: 'fix', slots: { missing } }),
    ];
  }
  const least = settings.threshold('words');
  const { verdict, words } = weighRelease(wordsIn(blocksOf(document, 'release')), {
    least,
    most: Infinity,
    stop: Infinity,
  });
  return verdict === 'short'
    ? [hitOn({ part: 'release', section: '' }, { slots: { count: String(words) } })]
    : [];
}
