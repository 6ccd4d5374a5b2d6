import type { CoachFinding } from '../../../../core/coach/coachFinding';
import type { CoachLevel } from '../../../../core/coach/rule';
import { ruleTable } from '../../../../core/coach/rules/ruleTable';
import type { Coach } from '../../../../core/coach/runCoach';
import { judgedRules } from './judgedRules';
import type { LabelledDocument, LabelledSet, Plant } from './readLabelledSet';

/** A labelled release and what the coach asked about it. */
export interface CheckedDocument {
  document: LabelledDocument;
  findings: readonly CoachFinding[];
}

/** How one rule did on the set, counted in documents. */
export interface RuleScore {
  number: number;
  id: string;
  level: CoachLevel;
  isMechanical: boolean;
  /** Documents that plant it. */
  planted: number;
  /** Documents that plant it and in which it went unseen, or was seen at other words. */
  missed: string[];
  /** Documents that do not plant it and in which it asked all the same. */
  falseAlarms: string[];
  /** As above, for a rule of level stop or fix that only asked for a look: listed, not counted. */
  lightAlarms: string[];
}

/** Asks the coach about every release of a set. */
export function checkSet(coach: Coach, { today, documents }: LabelledSet): CheckedDocument[] {
  return documents.map((document) => ({ document, findings: coach.check(document.content, today) }));
}

/** What every mechanical rule is held to. */
export const goals = { recall: 0.95, precision: 0.9 };

/** Scores every rule over the whole set. */
export function scoreRules(checked: readonly CheckedDocument[]): RuleScore[] {
  return ruleTable.map(({ number, id, level }) => {
    const planting = checked.filter(({ document }) => plantsOf(document, number).length > 0);
    const alarmed = checked
      .filter(({ document }) => plantsOf(document, number).length === 0 && !document.allows.includes(number))
      .map(({ document, findings }) => ({
        name: document.name,
        alarms: findings.filter((finding) => finding.number === number),
      }))
      .filter(({ alarms }) => alarms.length > 0);
    const counts = (alarms: readonly CoachFinding[]) =>
      level === 'look' || alarms.some((alarm) => alarm.level !== 'look');
    return {
      number,
      id,
      level,
      isMechanical: !judgedRules.has(number),
      planted: planting.length,
      missed: planting.filter((one) => !isFound(one, number)).map(({ document }) => document.name),
      falseAlarms: alarmed.filter(({ alarms }) => counts(alarms)).map(({ name }) => name),
      lightAlarms: alarmed.filter(({ alarms }) => !counts(alarms)).map(({ name }) => name),
    };
  });
}

/** Share of the planted failings that were found, 0 to 1. */
export function recallOf({ planted, missed }: RuleScore): number {
  return planted === 0 ? 1 : (planted - missed.length) / planted;
}

/** Share of the documents asked about that had the failing, 0 to 1; 1 when nothing was asked. */
export function precisionOf({ planted, missed, falseAlarms }: RuleScore): number {
  const found = planted - missed.length;
  return found + falseAlarms.length === 0 ? 1 : found / (found + falseAlarms.length);
}

/** True when the rule is found and asks as truly as the goals demand. */
export function isWithinGoals(score: RuleScore): boolean {
  return recallOf(score) >= goals.recall && precisionOf(score) >= goals.precision;
}

function plantsOf(document: LabelledDocument, rule: number): Plant[] {
  return document.plants.filter((plant) => plant.rule === rule);
}

function isFound({ document, findings }: CheckedDocument, rule: number): boolean {
  const quotes = findings.filter(({ number }) => number === rule).map(({ quote }) => quote);
  return plantsOf(document, rule).some(({ words }) => quotes.some((quote) => overlaps(quote, words)));
}

/** True when one holds the other; a finding without words is about the whole section and overlaps any. */
function overlaps(quote: string, words: string): boolean {
  if (quote === '' || words === '') return true;
  const [marked, planted] = [quote.toLowerCase(), words.toLowerCase()];
  return marked.includes(planted) || planted.includes(marked);
}
