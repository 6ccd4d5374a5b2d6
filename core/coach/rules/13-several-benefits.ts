import { type CoachDocument, sectionOf } from '../coachDocument';
import type { CoachBlock } from '../reading/coachBlock';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** What follows is a list of examples. */
const exemplifying = /\b(?:like|such as|includ(?:es?|ing))\b/iu;
/** "The boat, the bus and the bike" are things, not promises. */
const naming =
  /^(?:the|an|its|their|your|our|his|her|this|these|those|both|for|from|in|on|at|with|by|of|der|die|das)\s/u;

/** Finds a summary that promises so much at once that nothing comes first. */
export function findSeveralBenefits(document: CoachDocument, settings: RuleSettings): Hit[] {
  // What follows a summary of two paragraphs is told at length, not summed up.
  const summary = sectionOf(document, 'release', 'summary')?.blocks.slice(0, 2) ?? [];
  const verbs = settings.phrases('benefitVerbs');
  const series = summary.flatMap((block) => seriesIn(block, settings));
  if (series.length > 0) return series.slice(0, 1);
  const found = summary.flatMap((block) =>
    verbs.find(block.prose, block.words).map((range) => ({ block, range })),
  );
  const first = found[0];
  if (!first || found.length <= settings.threshold('benefits')) return [];
  const last = found.filter(({ block }) => block === first.block).at(-1) ?? first;
  const range = { from: first.range.from, to: last.range.to };
  return [hitIn(first.block, range, { slots: { count: String(found.length) } })];
}

/** "Staff save fares, sleep at home, meet colleagues, see their children and arrive rested" needs no list of verbs. */
function seriesIn(block: CoachBlock, settings: RuleSettings): Hit[] {
  return block.sentences.flatMap((sentence) => {
    const text = block.prose.slice(sentence.from, sentence.to);
    if (exemplifying.test(text)) return [];
    const clauses = text
      .split(/,\s(?:and\s|und\s)?|\s(?:and|und)\s/u)
      .filter((part) => /^\p{Ll}\p{L}+\s\p{L}/u.test(part.trim()) && !naming.test(part.trim()));
    if (clauses.length < settings.threshold('series')) return [];
    return [hitIn(block, sentence, { slots: { count: String(clauses.length + 1) } })];
  });
}
