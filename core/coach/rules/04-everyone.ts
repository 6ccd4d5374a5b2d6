import { blocksOf, type CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { findUnlikeKinds } from '../reading/findUnlikeKinds';
import type { TextRange } from '../reading/textRange';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const servedWords = anyOf(
  'for|to|help|helps|helping|let|lets|letting|enable|enables|enabling|allow|allows|allowing',
  'gives?|giving|serves?|benefits?|suits?|reach(?:es)?|hilft|für|lässt|ermöglicht',
);
const served = new RegExp(String.raw`(?:^|\s)${servedWords}\s*$`, 'iu');
const acting = /^\s+(?:can|will|gets?|could|should be able|needs|benefits|uses|kann|können|wird|bekommt)\b/iu;
const narrowed =
  /^\s+(?:of|who|whose|with|without|in|at|from|else|on|under|over|living|working|der|die|mit)\b/iu;
const kindSections = new Set(['heading', 'subheading', 'summary', 'customer']);
/** Sections of a release that are not about whom it is for. */
const unjudged = new Set(['about', 'dateline']);

/** Finds a product offered to everyone, or to several kinds of people at once that have nothing in common. */
export function findEveryone(document: CoachDocument, settings: RuleSettings): Hit[] {
  const blocks = blocksOf(document, 'release', 'brief').filter(({ part, section }) =>
    part === 'release' ? !unjudged.has(section) : section === 'customer',
  );
  return blocks.flatMap((block) => [...everyoneIn(block, settings), ...kindsIn(block, settings)]);
}

function everyoneIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  const always = settings
    .phrases('everyone')
    .find(block.prose, block.words)
    .filter(({ to }) => !narrowed.test(block.prose.slice(to, to + 24)));
  const served = settings
    .phrases('everyoneServed')
    .find(block.prose, block.words)
    .filter((range) => isServed(block, range));
  return [...always, ...served].map((range) => hitIn(block, range));
}

/** "For anyone" offers it to all; "before anyone rings" and "anyone who rents" do not. */
function isServed({ prose, part }: CoachBlock, { from, to }: TextRange): boolean {
  const after = prose.slice(to, to + 24);
  const before = prose.slice(Math.max(0, from - 24), from);
  if (/\b(?:thanks?|grateful|danke)\b[^.!?]*$/iu.test(prose.slice(Math.max(0, from - 90), from)))
    return false;
  const isEverybody = /^every/iu.test(prose.slice(from, to));
  if (isEverybody && /^\s+who\b/iu.test(after)) return !/\b(?:not|almost|nearly)\s*$/iu.test(before);
  if (/^[^.!?]{0,60}\b(?:anywhere|everywhere|überall)\b/iu.test(prose.slice(to, to + 72))) return true;
  if (/^\s+with an? \p{L}+ (?:can|knows?|gets?|sees?|finds?)\b/iu.test(prose.slice(to, to + 40))) return true;
  if (narrowed.test(after)) return false;
  return (
    served.test(before) ||
    (acting.test(after) && !/\b(?:not|before|without|if|unless|when|nicht)\s*$/iu.test(before)) ||
    part === 'brief'
  );
}

function kindsIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  if (!kindSections.has(block.section)) return [];
  return findUnlikeKinds(block.prose, settings).map((range) => hitIn(block, range, { variant: 'series' }));
}
