import { weighRelease } from '../../check/releaseLength';
import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Finds a release that is longer than its house style lets it be. */
export function findTooLong(document: CoachDocument, settings: RuleSettings): Hit[] {
  const most = settings.threshold('words');
  const { verdict, words } = weighRelease(wordsIn(blocksOf(document, 'release')), {
    least: 0,
    most,
    stop: settings.threshold('stopWords'),
  });
  if (verdict !== 'long' && verdict !== 'far-too-long') return [];
  const level = verdict === 'long' ? 'fix' : 'stop';
  return [
    hitOn({ part: 'release', section: '' }, { level, slots: { count: String(words), most: String(most) } }),
  ];
}
