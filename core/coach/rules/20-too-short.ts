import { type ReleaseWeight, weighRelease } from '../../check/releaseLength';
import { emptySections } from '../../narrative/partState';
import { sectionTitle } from '../../narrative/parts';
import { isBlank } from '../../narrative/plainText';
import { blocksOf, type CoachDocument, wordsIn } from '../coachDocument';
import { type Hit, hitOn, type RuleSettings } from '../rule';

/** Unwritten sections that a question names. */
const mostNamed = 3;

/** Finds a release that has no words, leaves sections empty, or ends before a reader could judge it. */
export function findTooShort(document: CoachDocument, settings: RuleSettings): Hit[] {
  const { content, isSorted } = document;
  const length = weighLength(document, settings);
  const [first = '', ...others] = emptySections(content, 'release');
  if (isBlank(content.parts.release)) {
    return [hitOn({ part: 'release', section: 'heading' }, { variant: 'empty', level: 'stop' })];
  }
  if (first !== '' && !isSorted && length.verdict === 'fits') {
    return [hitOn({ part: 'release', section: '' }, { variant: 'unsorted' })];
  }
  if (first !== '') {
    const missing = nameSome([first, ...others].map((key) => sectionTitle('release', key)));
    return [
      hitOn({ part: 'release', section: first }, { variant: 'sections', level: 'fix', slots: { missing } }),
    ];
  }
  return length.verdict === 'short'
    ? [hitOn({ part: 'release', section: '' }, { slots: { count: String(length.words) } })]
    : [];
}

function weighLength(document: CoachDocument, settings: RuleSettings): ReleaseWeight {
  const least = settings.threshold('words');
  return weighRelease(wordsIn(blocksOf(document, 'release')), { least, most: Infinity, stop: Infinity });
}

/** The first names and how many follow: a question is no list. */
function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  const left = names.length - mostNamed;
  return left <= 0 ? shown : `${shown} and ${left} more`;
}
