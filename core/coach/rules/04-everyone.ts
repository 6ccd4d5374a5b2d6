import { blocksOf, type CoachDocument } from '../coachDocument';
import { anyOf } from '../reading/anyOf';
import type { CoachBlock } from '../reading/coachBlock';
import { isPeopleWord } from '../reading/namesPeople';
import type { TextRange } from '../reading/textRange';
import { wordSet } from '../reading/wordSet';
import { type Hit, hitIn, type RuleSettings } from '../rule';

const servedWords = anyOf(
  'for|to|help|helps|helping|let|lets|letting|enable|enables|enabling|allow|allows|allowing',
  'gives?|giving|serves?|benefits?|suits?|reach(?:es)?|hilft|für|lässt|ermöglicht',
);
const served = new RegExp(String.raw`(?:^|\s)${servedWords}\s*$`, 'iu');
const acting = /^\s+(?:can|will|gets?|could|should be able|needs|benefits|uses|kann|können|wird|bekommt)\b/iu;
const narrowed =
  /^\s+(?:who|whose|with|without|in|at|from|else|on|under|over|living|working|der|die|mit)\b/iu;
const kind = '([^.,;:()]{3,40})';
const lastKind = String.raw`([^.,;:()\s]{3,30}(?:\s[^.,;:()\s]{3,30})?)`;
const series = new RegExp(
  String.raw`(?<!\p{L})(?:for|helps?|lets?|enables?|allows?)\s+${kind},\s+${kind},?\s+(?:and|or)\s+${lastKind}`,
  'giu',
);
const groups = wordSet(
  'teams businesses companies families schools agencies hospitals parents people students teachers',
  'freelancers',
);

/** Finds a product offered to everyone, or to three kinds of people at once. */
export function findEveryone(document: CoachDocument, settings: RuleSettings): Hit[] {
  const blocks = blocksOf(document, 'release', 'brief').filter(({ part, section }) =>
    part === 'release' ? section !== 'about' && section !== 'dateline' : section === 'customer',
  );
  return blocks.flatMap((block) => [...everyoneIn(block, settings), ...seriesIn(block)]);
}

function everyoneIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  const always = settings.phrases('everyone').find(block.prose, block.words);
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
  if (narrowed.test(after)) return false;
  return (
    served.test(before) ||
    (acting.test(after) && !/\b(?:not|before|without|if|unless|when|nicht)\s*$/iu.test(before)) ||
    part === 'brief'
  );
}

function seriesIn(block: CoachBlock): Hit[] {
  if (!['subheading', 'summary', 'heading', 'customer'].includes(block.section)) return [];
  return [...block.prose.matchAll(series)]
    .filter((match) => match.slice(1, 4).every((each = '') => endsWithPeople(each)))
    .map((match) =>
      hitIn(block, { from: match.index, to: match.index + match[0].length }, { variant: 'series' }),
    );
}

function endsWithPeople(phrase: string): boolean {
  const words = phrase.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length <= 4 && words.some((word) => isPeopleWord(word) || groups.has(word));
}
