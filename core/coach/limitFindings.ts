import type { CoachData } from './coachData';
import type { CoachFinding } from './coachFinding';
import { ruleTable } from './rules/ruleTable';

const longestFirst = new Set(ruleTable.filter(({ worst }) => worst === 'longest').map(({ id }) => id));

/** Leaves out all but the worst few of a check whose settings say how many to show, of level "look" alone. */
export function limitFindings(findings: readonly CoachFinding[], data: CoachData): CoachFinding[] {
  const left = new Set(findings);
  for (const { id } of ruleTable) {
    const show = data.thresholds[id]?.show;
    if (show === undefined) continue;
    const light = findings.filter(({ rule, level }) => rule === id && level === 'look');
    const ranked = longestFirst.has(id) ? light.sort((a, b) => b.quote.length - a.quote.length) : light;
    for (const finding of ranked.slice(show)) left.delete(finding);
  }
  return [...left];
}
