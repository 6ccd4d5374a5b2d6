import type { CoachData, RuleText } from './coachData';
import type { CoachDocument } from './coachDocument';
import type { CoachFinding } from './coachFinding';
import { nameFinding } from './nameFinding';
import type { CoachLevel, CoachRule, Hit } from './rule';

/** Puts a rule's hits into words. */
export function toFindings(
  rule: CoachRule,
  hits: readonly Hit[],
  { document, data }: { document: CoachDocument; data: CoachData },
): CoachFinding[] {
  const text = data.texts.rules[rule.id];
  if (!text) throw new Error(`There is no text for the check ${rule.id}.`);
  return hits.map((hit) => {
    return {
      id: nameFinding(rule.id, hit),
      rule: rule.id,
      number: rule.number,
      level: levelOf(rule, hit, document),
      part: hit.part,
      section: hit.section,
      quote: hit.quote,
      from: hit.from,
      to: hit.to,
      title: text.title,
      question: fillQuestion(text, hit, document),
      why: `${text.why} (${text.source})`,
      example: { weak: text.weak, better: text.better },
      help: text.help,
    };
  });
}

function levelOf(rule: CoachRule, hit: Hit, { isReleaseShaped }: CoachDocument): CoachLevel {
  return rule.manner && !isReleaseShaped && hit.part === 'release' ? 'look' : (hit.level ?? rule.level);
}

/** Words of the writer stand in a question as data: at most a line of them, and never read as slots again. */
function fillQuestion(text: RuleText, hit: Hit, { names }: CoachDocument): string {
  const slots: Record<string, string> = {
    words: hit.quote,
    product: names.product === '' ? 'the product' : names.product,
    company: names.company === '' ? 'the company' : names.company,
    ...hit.slots,
  };
  const question = text.questions[hit.variant ?? 'default'] ?? text.questions.default ?? text.title;
  return question.replace(/\{(\w+)\}/gu, (whole, slot: string) => shorten(slots[slot] ?? whole));
}

function shorten(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 77).trimEnd()}…`;
}
