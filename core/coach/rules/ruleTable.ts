import type { CoachRule } from '../rule';
import { findSolutionBeforeProblem } from './01-solution-before-problem';
import { findThinProblem } from './02-thin-problem';
import { findNoNamedCustomer } from './03-no-named-customer';
import { findEveryone } from './04-everyone';
import { findProblemWithoutEvidence } from './05-problem-without-evidence';
import { findNumberWithoutSource } from './06-number-without-source';
import { findInventedPrecision } from './07-invented-precision';
import { findNoNumber } from './08-no-number';
import { findHype } from './09-hype';
import { findWeaselWords } from './10-weasel';
import { findEmotion } from './11-emotion';
import { findFeatureList } from './12-feature-list';
import { findSeveralBenefits } from './13-several-benefits';
import { findMarketingQuote } from './14-marketing-quote';
import { findNoBeforeAfter } from './15-no-before-after';
import { findUnnamedQuote } from './16-unnamed-quote';
import { findStockPerson } from './17-stock-person';
import { findInsidersOnly } from './18-insiders-only';
import { findTooLong } from './19-too-long';
import { findTooShort } from './20-too-short';
import { findTemplateText } from './21-template-text';
import { findNameDrift } from './22-name-drift';
import { findAcronyms } from './23-acronym';
import { findTechnology } from './24-technology';
import { findPassive } from './25-passive';
import { findWe } from './26-we';
import { findLongSentences } from './27-long-sentence';
import { findWrongTense } from './28-tense';
import { findLaunchDate } from './29-launch-date';
import { findNoPlaceToStart } from './30-no-place-to-start';
import { findHardStart } from './31-hard-start';
import { findNoAlternative } from './32-no-alternative';
import { findRivalsDismissed } from './33-rivals-dismissed';
import { findEasyQuestions } from './34-easy-questions';
import { findDodgedQuestions } from './35-question-dodged';
import { findClaimWithoutMeasure } from './36-claim-without-measure';
import { findContradiction } from './37-contradiction';
import { findLiveButPlanned } from './38-live-but-planned';

/** All checks of the coach in the order of the method's list; the only place that knows them all. */
export const ruleTable: readonly CoachRule[] = [
  {
    id: 'solution-before-problem',
    number: 1,
    level: 'fix',
    scope: 'narrative',
    find: findSolutionBeforeProblem,
  },
  { id: 'thin-problem', number: 2, level: 'fix', scope: 'narrative', find: findThinProblem },
  { id: 'no-named-customer', number: 3, level: 'fix', scope: 'narrative', find: findNoNamedCustomer },
  { id: 'everyone', number: 4, level: 'fix', scope: 'block', manner: true, find: findEveryone },
  {
    id: 'problem-without-evidence',
    number: 5,
    level: 'fix',
    scope: 'narrative',
    answeredByEvidence: true,
    find: findProblemWithoutEvidence,
  },
  {
    id: 'number-without-source',
    number: 6,
    level: 'fix',
    scope: 'block',
    manner: true,
    answeredByEvidence: true,
    find: findNumberWithoutSource,
  },
  {
    id: 'invented-precision',
    number: 7,
    level: 'fix',
    scope: 'narrative',
    answeredByEvidence: true,
    find: findInventedPrecision,
  },
  { id: 'no-number', number: 8, level: 'fix', scope: 'narrative', find: findNoNumber },
  { id: 'hype', number: 9, level: 'fix', scope: 'block', manner: true, find: findHype },
  { id: 'weasel', number: 10, level: 'look', scope: 'block', find: findWeaselWords },
  { id: 'emotion', number: 11, level: 'fix', scope: 'block', manner: true, find: findEmotion },
  { id: 'feature-list', number: 12, level: 'fix', scope: 'narrative', find: findFeatureList },
  { id: 'several-benefits', number: 13, level: 'look', scope: 'narrative', find: findSeveralBenefits },
  { id: 'marketing-quote', number: 14, level: 'look', scope: 'narrative', find: findMarketingQuote },
  { id: 'no-before-after', number: 15, level: 'fix', scope: 'narrative', find: findNoBeforeAfter },
  { id: 'unnamed-quote', number: 16, level: 'fix', scope: 'narrative', find: findUnnamedQuote },
  { id: 'stock-person', number: 17, level: 'fix', scope: 'block', find: findStockPerson },
  { id: 'insiders-only', number: 18, level: 'fix', scope: 'narrative', find: findInsidersOnly },
  { id: 'too-long', number: 19, level: 'fix', scope: 'narrative', manner: true, find: findTooLong },
  { id: 'too-short', number: 20, level: 'look', scope: 'narrative', find: findTooShort },
  { id: 'template-text', number: 21, level: 'stop', scope: 'block', find: findTemplateText },
  { id: 'name-drift', number: 22, level: 'fix', scope: 'narrative', find: findNameDrift },
  { id: 'acronym', number: 23, level: 'look', scope: 'narrative', manner: true, find: findAcronyms },
  { id: 'technology', number: 24, level: 'fix', scope: 'narrative', manner: true, find: findTechnology },
  { id: 'passive', number: 25, level: 'look', scope: 'narrative', find: findPassive },
  { id: 'we', number: 26, level: 'look', scope: 'block', find: findWe },
  {
    id: 'long-sentence',
    number: 27,
    level: 'look',
    scope: 'block',
    worst: 'longest',
    find: findLongSentences,
  },
  { id: 'tense', number: 28, level: 'fix', scope: 'block', manner: true, find: findWrongTense },
  { id: 'launch-date', number: 29, level: 'fix', scope: 'narrative', find: findLaunchDate },
  { id: 'no-place-to-start', number: 30, level: 'fix', scope: 'narrative', find: findNoPlaceToStart },
  { id: 'hard-start', number: 31, level: 'fix', scope: 'narrative', find: findHardStart },
  {
    id: 'no-alternative',
    number: 32,
    level: 'fix',
    scope: 'narrative',
    manner: true,
    find: findNoAlternative,
  },
  { id: 'rivals-dismissed', number: 33, level: 'fix', scope: 'block', find: findRivalsDismissed },
  { id: 'easy-questions', number: 34, level: 'fix', scope: 'narrative', find: findEasyQuestions },
  { id: 'question-dodged', number: 35, level: 'fix', scope: 'narrative', find: findDodgedQuestions },
  {
    id: 'claim-without-measure',
    number: 36,
    level: 'look',
    scope: 'narrative',
    worst: 'strongest',
    find: findClaimWithoutMeasure,
  },
  { id: 'contradiction', number: 37, level: 'stop', scope: 'narrative', find: findContradiction },
  { id: 'live-but-planned', number: 38, level: 'stop', scope: 'narrative', find: findLiveButPlanned },
];

/** Names of all checks. */
export const ruleIds: ReadonlySet<string> = new Set(ruleTable.map(({ id }) => id));
