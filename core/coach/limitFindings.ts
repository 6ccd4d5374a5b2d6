import type { CoachData } from './coachData';
import type { CoachFinding } from './coachFinding';
import type { CoachRule } from './rule';
import { ruleTable } from './rules/ruleTable';

const worstOf = new Map(ruleTable.map(({ id, worst }) => [id, worst]));

/** Leaves out all but the worst few of a check whose settings say how many to show, of level "look" alone. */
export function limitFindings(findings: readonly CoachFinding[], data: CoachData): CoachFinding[] {
  const left = new Set(findings);
  for (const { id } of ruleTable) {
    const show = data.thresholds[id]?.show;
    if (show === undefined) continue;
    const light = findings.filter(({ rule, level }) => rule === id && level === 'look');
    const ranked = rank(light, worstOf.get(id));
    for (const finding of ranked.slice(show)) left.delete(finding);
  }
  return [...left];
}

function rank(findings: CoachFinding[], worst: CoachRule['worst']): CoachFinding[] {
  if (worst === 'longest') return findings.toSorted((a, b) => b.quote.length - a.quote.length);
  if (worst === 'strongest') return findings.toSorted((a, b) => strengthOf(b.quote) - strengthOf(a.quote));
  return findings;
}

const signs: readonly (readonly [sign: RegExp, strength: number])[] = [
  [/\d|\b(?:halves|doubles|twice|half|third)\b/iu, 4],
  [/\b(?:never|no longer|always|nicht mehr|nie)\b/iu, 2],
  [/\b(?:faster|cheaper|safer|easier|fewer|less|saves|reduces|cuts|schneller|günstiger|spart)\b/iu, 1],
];

/** How much a claim promises: a number most, then what ends for good, then what gets better. */
function strengthOf(claim: string): number {
  return signs.reduce((sum, [sign, strength]) => sum + (sign.test(claim) ? strength : 0), 0);
}
