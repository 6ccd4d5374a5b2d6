import { type CoachDocument, sectionOf } from '../coachDocument';
import { type Hit, hitIn, type RuleSettings } from '../rule';

/** Finds a summary that promises so much at once that nothing comes first. */
export function findSeveralBenefits(document: CoachDocument, settings: RuleSettings): Hit[] {
  const summary = sectionOf(document, 'release', 'summary');
  const verbs = settings.phrases('benefitVerbs');
  const found = (summary?.blocks ?? []).flatMap((block) =>
    verbs.find(block.prose, block.words).map((range) => ({ block, range })),
  );
  const first = found[0];
  if (!first || found.length <= settings.threshold('benefits')) return [];
  const last = found.filter(({ block }) => block === first.block).at(-1) ?? first;
  const range = { from: first.range.from, to: last.range.to };
  return [hitIn(first.block, range, { slots: { count: String(found.length) } })];
}
