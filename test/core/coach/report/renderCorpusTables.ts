import type { CoachFinding } from '../../../../core/coach/coachFinding';
import { ruleTable } from '../../../../core/coach/rules/ruleTable';
import {
  type CheckedCorpusDocument,
  graveFindings,
  mostGraveFindings,
  perThousandWords,
} from './checkCorpus';
import { renderTable } from './table';

const absent = 'The documents are not beside this repository (`../shared/corpus`), so this was not measured.';

/** False alarms on real launch posts: for each document, then for each rule. Counts only. */
export function renderLaunchTables(checked: readonly CheckedCorpusDocument[] | null): string {
  if (checked === null) return absent;
  const kept = checked.filter((one) => graveFindings(one).length <= mostGraveFindings).length;
  return [
    `${kept} of ${checked.length} documents stay within ${mostGraveFindings} findings of level stop or fix, form rules (no dateline, “we”) aside.`,
    renderTable(
      ['Document', 'Words', 'Stop and fix, form aside', 'By rule', 'Form', 'Look'],
      checked.map(launchRow),
    ),
    'All findings on these posts count as false alarms, although some of them would be worth an answer.',
    renderTable(['Rule', 'Stop and fix', 'For 1,000 words', 'Look', 'For 1,000 words'], alarmRows(checked)),
  ].join('\n\n');
}

/** What the rules say about real PR/FAQs. Counts only. */
export function renderPrfaqTable(checked: readonly CheckedCorpusDocument[] | null): string {
  if (checked === null) return absent;
  const rows = checked.map(({ document, findings }) => [
    document.name,
    String(document.words),
    byRule(findings.filter(({ level }) => level === 'stop')),
    byRule(findings.filter(({ level }) => level === 'fix')),
    byRule(findings.filter(({ level }) => level === 'look')),
  ]);
  return renderTable(['Document', 'Words', 'Stop', 'Fix', 'Look'], rows);
}

function launchRow(one: CheckedCorpusDocument): string[] {
  const grave = graveFindings(one);
  const look = one.findings.filter(({ level }) => level === 'look').length;
  return [
    one.document.name,
    String(one.document.words),
    grave.length > mostGraveFindings ? `**${grave.length}**` : String(grave.length),
    byRule(grave),
    String(one.findings.length - look - grave.length),
    String(look),
  ];
}

function alarmRows(checked: readonly CheckedCorpusDocument[]): string[][] {
  const all = checked.flatMap(({ findings }) => [...findings]);
  const rate = (count: number) => perThousandWords(count, checked).toFixed(2);
  const row = (name: string, findings: readonly CoachFinding[]) => {
    const look = findings.filter(({ level }) => level === 'look').length;
    const grave = findings.length - look;
    return [name, String(grave), rate(grave), String(look), rate(look)];
  };
  const rules = ruleTable
    .map(({ number, id }) => ({ number, id, findings: all.filter((finding) => finding.number === number) }))
    .filter(({ findings }) => findings.length > 0);
  return [...rules.map(({ number, id, findings }) => row(`${number} ${id}`, findings)), row('All', all)];
}

/** Numbers of the rules with how often each spoke: “6 × 3, 17”. */
function byRule(findings: readonly CoachFinding[]): string {
  const counts = new Map<number, number>();
  for (const { number } of findings) counts.set(number, (counts.get(number) ?? 0) + 1);
  const cells = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([rule, n]) => (n > 1 ? `${rule} × ${n}` : `${rule}`));
  return cells.join(', ') || '–';
}
