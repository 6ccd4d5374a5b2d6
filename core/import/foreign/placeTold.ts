import { isWholly } from './inlines';
import { guess, type PlacedBlock, sure } from './recognised';
import type { ReleaseBlock } from './releaseBlock';
import type { ReleaseKey } from './words/releaseTitles';

/** Gives the blocks of a release only the sections that the text names; the rest of them is the summary. */
export function placeTold(blocks: readonly ReleaseBlock[]): PlacedBlock[] {
  const used = new Set<ReleaseKey>();
  let quoteTitle = '';
  return blocks.map((block): PlacedBlock => {
    const { node, hint, isDateline } = block;
    const section = isDateline
      ? 'dateline'
      : (toldSection(block) ??
        (isSlanted(block) && !used.has('subheading') && !used.has('summary') ? 'subheading' : 'summary'));
    // A second title "Quote" is the customer's.
    const isOpen = hint?.sections.length === 2 && !isDateline;
    if (isOpen && quoteTitle === '') quoteTitle = hint.words;
    const key = isOpen && used.has('leaderQuote') && hint.words !== quoteTitle ? 'customerQuote' : section;
    used.add(key);
    const judgement =
      hint || key !== 'summary'
        ? sure(hint ? `It stands under “${hint.words}”.` : 'Its shape tells.')
        : guess('The text names no sections, so that all of it is in the summary.');
    return { node, place: { part: 'release', section: key }, judgement };
  });
}

const toldSection = ({ hint }: ReleaseBlock): ReleaseKey | undefined => hint?.sections[0];

const isSlanted = ({ node }: ReleaseBlock): boolean =>
  node.type === 'paragraph' && isWholly('emphasis', node.children);
