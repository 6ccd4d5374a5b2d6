import type { CoachData } from '../../../../core/coach/coachData';
import { goals, isWithinGoals, precisionOf, type RuleScore, recallOf } from './scoreRules';
import { renderTable } from './table';

const share = (value: number): string => value.toFixed(2);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const files = (names: readonly string[]): string =>
  names.map((name) => name.replace(/\.md$/, '')).join(', ') || '–';

/** The labelled set: mechanical rules of level stop and fix, then those of level look, then the judged ones. */
export function renderSetTables(scores: readonly RuleScore[], data: CoachData): string {
  const mechanical = scores.filter(({ isMechanical }) => isMechanical);
  const kept = mechanical.filter(isWithinGoals).length;
  return [
    `Of the ${mechanical.length} mechanical rules ${kept} keep both goals: recall at least ${share(goals.recall)}, precision at least ${share(goals.precision)}. ${pooled(mechanical)}`,
    '### Mechanical rules of level stop and fix',
    scoreTable(
      mechanical.filter(({ level }) => level !== 'look'),
      data,
    ),
    '### Mechanical rules of level look',
    scoreTable(
      mechanical.filter(({ level }) => level === 'look'),
      data,
    ),
    '### Judged rules, without a goal',
    scoreTable(
      scores.filter(({ isMechanical }) => !isMechanical),
      data,
    ),
    '### What was missed and falsely asked',
    faultTable(scores),
  ].join('\n\n');
}

/** The held-out set: too few examples for each rule, so the mechanical rules are taken together. */
export function renderHeldOut(scores: readonly RuleScore[]): string {
  const mechanical = scores.filter(({ isMechanical }) => isMechanical);
  return `${pooled(mechanical)}\n\n${faultTable(scores)}`;
}

function pooled(scores: readonly RuleScore[]): string {
  const planted = sum(scores.map((score) => score.planted));
  const found = planted - sum(scores.map(({ missed }) => missed.length));
  const falseAlarms = sum(scores.map((score) => score.falseAlarms.length));
  return `Together they found ${found} of ${planted} planted failings (recall ${share(found / planted)}) and asked falsely ${falseAlarms} times (precision ${share(found / (found + falseAlarms))}).`;
}

function faultTable(scores: readonly RuleScore[]): string {
  return renderTable(['Rule', 'Missed in', 'Asked falsely in'], scores.filter(hasFault).map(faultRow));
}

function scoreTable(scores: readonly RuleScore[], data: CoachData): string {
  const head = ['No.', 'Rule', 'Level', 'Planted', 'Found', 'Recall', 'False', 'Precision', 'Light', 'Goals'];
  const rows = scores.map((score) => [
    String(score.number),
    data.texts.rules[score.id]?.title ?? score.id,
    score.level,
    String(score.planted),
    String(score.planted - score.missed.length),
    share(recallOf(score)),
    String(score.falseAlarms.length),
    share(precisionOf(score)),
    String(score.lightAlarms.length),
    goalCell(score),
  ]);
  return renderTable(head, rows);
}

function goalCell(score: RuleScore): string {
  if (!score.isMechanical) return '';
  return isWithinGoals(score) ? 'kept' : '**missed**';
}

function hasFault({ missed, falseAlarms }: RuleScore): boolean {
  return missed.length + falseAlarms.length > 0;
}

function faultRow({ number, id, missed, falseAlarms }: RuleScore): string[] {
  return [`${number} ${id}`, files(missed), files(falseAlarms)];
}
