import type { Finding } from '../api/shapes';
import { partDefinitions, partKeys } from '../narrative/parts';
import type { CoachDocument } from './coachDocument';
import type { CoachFinding } from './coachFinding';
import { coachLevels } from './rule';
import { ruleTable } from './rules/ruleTable';

const blockRules = new Set(ruleTable.filter(({ scope }) => scope === 'block').map(({ id }) => id));

/** A block that was read again. Offsets count in the plain text of its section or item, before the change. */
export interface ChangedBlock extends Pick<Finding, 'part' | 'section' | 'from' | 'to'> {
  /** By how many characters the block has grown; negative when it shrank. */
  grownBy: number;
  fresh: readonly CoachFinding[];
}

/**
 * All findings with those of one changed block exchanged. Findings behind it move with the text; findings of
 * checks that look at more than a block stay until the whole is checked again.
 */
export function mergeFindings(
  document: CoachDocument,
  findings: readonly CoachFinding[],
  changed: ChangedBlock,
): CoachFinding[] {
  const kept = findings.filter((finding) => !blockRules.has(finding.rule) || !isInside(finding, changed));
  const moved = kept.map((finding) => {
    const isBehind = isSamePlace(finding, changed) && finding.from >= changed.to && finding.quote !== '';
    const by = isBehind ? changed.grownBy : 0;
    return by === 0 ? finding : { ...finding, from: finding.from + by, to: finding.to + by };
  });
  return sortFindings(document, [...moved, ...changed.fresh]);
}

function isSamePlace(finding: CoachFinding, { part, section }: ChangedBlock): boolean {
  return finding.part === part && finding.section === section;
}

function isInside(finding: CoachFinding, changed: ChangedBlock): boolean {
  return isSamePlace(finding, changed) && finding.from >= changed.from && finding.to <= changed.to;
}

/** The gravest first, then in reading order, with repeated words in one place numbered. */
export function sortFindings(document: CoachDocument, findings: readonly CoachFinding[]): CoachFinding[] {
  const places = new Map(document.pieces.map(({ part, section }, index) => [`${part}/${section}`, index]));
  const placeOf = ({ part, section }: CoachFinding) =>
    places.get(`${part}/${section}`) ??
    partDefinitions[part].sections.findIndex(({ key }) => key === section);
  const sorted = [...findings].sort(
    (a, b) =>
      coachLevels.indexOf(a.level) - coachLevels.indexOf(b.level) ||
      partKeys.indexOf(a.part) - partKeys.indexOf(b.part) ||
      placeOf(a) - placeOf(b) ||
      a.from - b.from ||
      a.number - b.number,
  );
  return numberRepeats(sorted);
}

function numberRepeats(findings: readonly CoachFinding[]): CoachFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const [name = finding.id] = finding.id.split('#');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = count === 1 ? name : `${name}#${count}`;
    return id === finding.id ? finding : { ...finding, id };
  });
}
