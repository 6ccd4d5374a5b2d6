import type { Finding } from '../api/shapes';
import { readCoachDocument } from '../coach/coachDocument';
import type { SettledCoach } from '../coach/coachSetup';
import { nameFinding } from '../coach/nameFinding';
import { type Coach, createCoach } from '../coach/runCoach';
import { withStructure } from '../coach/withStructure';
import { checkManualWords } from '../manuals/checkManualWords';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { checkHouseStyle } from '../styles/styleChecks';
import { checkStructure } from './structureChecks';

/** A finding with the name it is remembered by. */
export type NamedFinding = Finding & { id: string };

export interface CheckReport {
  findings: NamedFinding[];
  /** Checks that could not be carried out, one sentence each. */
  problems: string[];
}

/** Everything that is asked about a narrative, the same in a window, in the host and on the command line. */
export interface NarrativeCheck {
  readonly coach: Coach;
  /** The whole of it, gravest first. `today` is an ISO date. */
  check(content: NarrativeContent, today: string): CheckReport;
  /** What the make-up and the house style give rise to, without the coach's own checks. */
  checkForm(content: NarrativeContent, today: string): NamedFinding[];
  /** The coach's findings and those of the form, in order. */
  join(coach: readonly NamedFinding[], form: readonly NamedFinding[]): NamedFinding[];
}

/** Makes the checks of one narrative ready. Word lists are prepared once, so make it and keep it. */
export function createNarrativeCheck({ data, style }: SettledCoach): NarrativeCheck {
  const coach = createCoach(data);
  const join: NarrativeCheck['join'] = (own, form) => withStructure(own, form) as NamedFinding[];
  const checkForm: NarrativeCheck['checkForm'] = (content, today) =>
    [
      ...checkStructure(content, today),
      ...checkManualWords(content, data.words),
      ...(style ? checkHouseStyle(content, style) : []),
    ].map(named);
  return {
    coach,
    join,
    checkForm,
    check(content, today) {
      const { findings, problems } = coach.report(readCoachDocument(content, today));
      return {
        findings: join(coach.shown(findings), checkForm(content, today)),
        problems: problems.map(({ message }) => message),
      };
    },
  };
}

function named(finding: Finding): NamedFinding {
  return { ...finding, id: nameFinding(finding.rule, finding) };
}
