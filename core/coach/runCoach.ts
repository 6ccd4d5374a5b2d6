import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { CoachData } from './coachData';
import { type CoachDocument, narrowTo, readCoachDocument } from './coachDocument';
import type { CoachFinding } from './coachFinding';
import { limitFindings } from './limitFindings';
import { sortFindings } from './mergeFindings';
import type { CoachBlock } from './reading/coachBlock';
import type { CoachLanguage } from './reading/detectLanguage';
import { PhraseList } from './reading/words';
import type { CoachRule, Hit, RuleSettings } from './rule';
import { ruleTable } from './rules/ruleTable';
import { toFindings } from './toFindings';

/** A check that could not be carried out, as a sentence for people. */
export interface CoachProblem {
  rule: string;
  message: string;
}

export interface CoachReport {
  findings: CoachFinding[];
  problems: CoachProblem[];
}

/** A coach with its texts, lists and thresholds in place. It keeps no narrative. */
export interface Coach {
  /** The questions to show about a narrative, gravest first, then in reading order. `today` is an ISO date. */
  check(content: NarrativeContent, today: string): CoachFinding[];
  /** Every question, the light ones uncounted, and what went wrong: one failing check never silences the others. */
  report(document: CoachDocument): CoachReport;
  /** Every question about one block alone; `document` is what was last read of the whole. */
  recheckBlock(document: CoachDocument, block: CoachBlock): CoachFinding[];
  /** Of every question those to show: of light ones the worst few. */
  shown(findings: readonly CoachFinding[]): CoachFinding[];
}

/** Makes a coach out of its data. Word lists are prepared once, so make one and keep it. */
export function createCoach(data: CoachData): Coach {
  const lists = createLists(data);
  const active = ruleTable.filter(({ id }) => !data.off.includes(id));
  const run = (document: CoachDocument, rules: readonly CoachRule[]): CoachReport => {
    const problems: CoachProblem[] = [];
    const findings = rules.flatMap((rule) => {
      const hits = tryRule(rule, document, { data, lists });
      if (Array.isArray(hits)) return toFindings(rule, hits, { document, data });
      problems.push(hits);
      return [];
    });
    return { findings: sortFindings(document, findings), problems };
  };
  const shown = (findings: readonly CoachFinding[]) => limitFindings(findings, data);
  return {
    check: (content, today) => shown(run(readCoachDocument(content, today), active).findings),
    report: (document) => run(document, active),
    shown,
    recheckBlock: (document, block) =>
      run(
        narrowTo(document, block),
        active.filter(({ scope }) => scope === 'block'),
      ).findings,
  };
}

type Lists = (language: CoachLanguage, name: string) => PhraseList;

function createLists(data: CoachData): Lists {
  const made = new Map<string, PhraseList>();
  return (language, name) => {
    const key = `${language} ${name}`;
    const known = made.get(key);
    if (known) return known;
    const list = new PhraseList(data.words[language][name] ?? []);
    made.set(key, list);
    return list;
  };
}

function tryRule(
  rule: CoachRule,
  document: CoachDocument,
  { data, lists }: { data: CoachData; lists: Lists },
): Hit[] | CoachProblem {
  const settings: RuleSettings = {
    threshold: (name) => {
      const value = data.thresholds[rule.id]?.[name];
      if (value === undefined) throw new Error(`The number “${name}” is missing in its settings.`);
      return value;
    },
    phrases: (name) => lists(document.language, name),
  };
  try {
    return rule.find(document, settings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The reason is not known.';
    const title = data.texts.rules[rule.id]?.title ?? rule.id;
    return {
      rule: rule.id,
      message: `The check “${title}” could not be carried out. ${reason} The others were.`,
    };
  }
}
