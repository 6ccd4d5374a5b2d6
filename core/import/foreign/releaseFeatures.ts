import type { ReleaseView } from './releaseBlock';
import {
  aboutBeginning,
  aboutWords,
  customerRoles,
  customerVoice,
  leaderRoles,
  leaderVoice,
} from './words/people';
import { problemWords, solutionBeginning, solutionWords } from './words/release';
import type { ReleaseKey } from './words/releaseTitles';
import { actionBeginning, actionWords, startBeginning, startWords, webAddress } from './words/steps';

interface ReleaseFeature {
  /** How strongly a block shows it; 0 when it does not. */
  strength: (block: ReleaseView) => number;
  weights: Partial<Record<ReleaseKey, number>>;
  /** Why a block with it is where it is, as a sentence. */
  reason: string;
}

const when = (test: boolean) => (test ? 1 : 0);
const count = (text: string, words: RegExp, most: number) => Math.min(most, text.match(words)?.length ?? 0);
const isSentenceLine = ({ words, text }: ReleaseView) => words <= 45 && !/[.!?]\s+\p{Lu}/u.test(text.trim());

/** What tells sections of a release apart when no title does, each with how much it says for which section. */
export const releaseFeatures: readonly ReleaseFeature[] = [
  {
    strength: (block) => when(block.isDateline),
    weights: { dateline: 14 },
    reason: 'It begins like a dateline.',
  },
  {
    strength: (block) => when(block.follows.dateline && !block.isDateline && !block.isQuote),
    weights: { summary: 5 },
    reason: 'It comes right after the dateline.',
  },
  {
    strength: (block) => when(block.isFirstBody),
    weights: { summary: 5 },
    reason: 'It is the first paragraph below the title.',
  },
  {
    strength: (block) =>
      when(block.isBeforeBody && !block.isDateline && !block.isQuote && isSentenceLine(block)),
    weights: { subheading: 3 },
    reason: 'It is one line between title and text.',
  },
  {
    strength: (block) => when(block.isBeforeBody && block.isStyledLine && isSentenceLine(block)),
    weights: { subheading: 3 },
    reason: 'It is a line in a style of its own below the title.',
  },
  {
    strength: (block) => when(block.isQuote),
    weights: { leaderQuote: 5.5, customerQuote: 5.5 },
    reason: 'It is a quote.',
  },
  {
    strength: (block) => when(block.isQuote && leaderRoles.test(block.attribution)),
    weights: { leaderQuote: 2.4 },
    reason: 'It is a quote of somebody who leads.',
  },
  {
    strength: (block) => when(block.isQuote && block.namesOtherCompany),
    weights: { customerQuote: 3.5 },
    reason: 'It is a quote of somebody from another company.',
  },
  {
    strength: (block) => when(block.isQuote && block.namesCompany),
    weights: { leaderQuote: 2.5 },
    reason: 'It is a quote of somebody from the company.',
  },
  {
    strength: (block) => when(block.isQuote && customerRoles.test(block.attribution)),
    weights: { customerQuote: 2 },
    reason: 'It is a quote of somebody who uses it.',
  },
  {
    strength: (block) => when(block.isQuote && customerVoice.test(block.text)),
    weights: { customerQuote: 1.5 },
    reason: 'It is a quote that tells what changed for the speaker.',
  },
  {
    strength: (block) => when(block.isQuote && leaderVoice.test(block.text)),
    weights: { leaderQuote: 1.5 },
    reason: 'It is a quote that tells why it was made.',
  },
  {
    strength: (block) => when(!block.isQuote) * count(block.text, problemWords, 4),
    weights: { problem: 0.7, solution: 0.1 },
    reason: 'It speaks of what is hard today.',
  },
  {
    strength: (block) => when(block.follows.summary && !block.isQuote),
    weights: { problem: 1 },
    reason: 'It comes right after the summary.',
  },
  {
    strength: (block) => when(block.omitsProduct && !block.isQuote && block.words >= 14),
    weights: { problem: 0.8 },
    reason: 'It does not name the product.',
  },
  {
    strength: (block) => when(!block.isQuote) * count(block.text, solutionWords, 4),
    weights: { solution: 0.7, gettingStarted: 0.15, summary: 0.1 },
    reason: 'It tells what the product does.',
  },
  {
    strength: (block) => when(block.namesProduct && !block.isQuote),
    weights: { solution: 1.4, summary: 0.5, gettingStarted: 0.7, callToAction: 0.3, about: -1 },
    reason: 'It begins with the product.',
  },
  {
    strength: (block) => when(solutionBeginning.test(block.text.trim())),
    weights: { solution: 2.5 },
    reason: 'It begins with what solves it.',
  },
  {
    strength: (block) => when(startBeginning.test(block.text.trim())),
    weights: { gettingStarted: 4 },
    reason: 'It begins with how to start.',
  },
  {
    strength: (block) => when(!block.isQuote) * count(block.text, startWords, 4),
    weights: { gettingStarted: 0.9 },
    reason: 'It tells the first steps.',
  },
  {
    strength: (block) => when(block.node.type === 'list' && block.node.ordered === true),
    weights: { gettingStarted: 1 },
    reason: 'It is a list of steps.',
  },
  {
    strength: (block) => when(actionBeginning.test(block.text.trim())),
    weights: { callToAction: 3, gettingStarted: 0.5 },
    reason: 'It asks the reader to go somewhere.',
  },
  {
    strength: (block) => when(!block.isQuote) * count(block.text, actionWords, 2),
    weights: { callToAction: 1.6, gettingStarted: 0.4 },
    reason: 'It says where to get it.',
  },
  {
    strength: (block) => when(!block.isQuote && webAddress.test(block.text)),
    weights: { callToAction: 1.2, about: 0.3 },
    reason: 'It names an address.',
  },
  {
    strength: (block) => when(block.depth > 0.66 && !block.isQuote),
    weights: { callToAction: 0.8, about: 0.4, problem: -1.2 },
    reason: 'It stands near the end.',
  },
  {
    strength: (block) =>
      when(block.depth > 0.4 && aboutBeginning.test(block.text.trim()) && block.words <= 8),
    weights: { about: 6 },
    reason: 'It begins with “About”.',
  },
  {
    strength: (block) => when(block.depth > 0.5 && !block.isQuote && aboutWords.test(block.text)),
    weights: { about: 4 },
    reason: 'It describes the company.',
  },
  {
    strength: (block) =>
      when(
        block.depth > 0.6 &&
          /^\s*(?:#{3}|[–—-]\s?(?:ends?|ende)\s?[–—-]|\*\s?\*\s?\*|ends?)\s*$/iu.test(block.text),
      ),
    weights: { about: 3, callToAction: 2.5 },
    reason: 'It is the mark that ends a release.',
  },
];
