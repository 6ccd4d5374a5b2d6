import type { CoachFinding } from '../../../../core/coach/coachFinding';
import type { Coach } from '../../../../core/coach/runCoach';
import { type CorpusDocument, readCorpus } from './readCorpus';

/** What the coach asked about one real document. */
export interface CheckedCorpusDocument {
  document: CorpusDocument;
  findings: readonly CoachFinding[];
}

/** The most findings of level stop or fix that a good launch post may raise, form rules aside. */
export const mostGraveFindings = 2;

/** Rules about the form of a press release, which a post in the first person without a dateline cannot keep. */
const formRules: ReadonlySet<number> = new Set([26, 29]);

/** Asks the coach about every real document of this kind; null where there are none. */
export function checkCorpus(
  coach: Coach,
  kind: 'launch' | 'prfaq',
  today: string,
): CheckedCorpusDocument[] | null {
  const documents = readCorpus(kind);
  return documents?.map((document) => ({ document, findings: coach.check(document.content, today) })) ?? null;
}

/** Findings of level stop or fix, form rules aside. */
export function graveFindings({ findings }: CheckedCorpusDocument): CoachFinding[] {
  return findings.filter(({ level, number }) => level !== 'look' && !formRules.has(number));
}

/** Findings for every thousand words of the documents. */
export function perThousandWords(count: number, checked: readonly CheckedCorpusDocument[]): number {
  const words = checked.reduce((sum, { document }) => sum + document.words, 0);
  return words === 0 ? 0 : (count / words) * 1000;
}
