import { releaseSections } from '../../narrative/parts';
import { guess, type Judgement, type PlacedBlock, sure } from './recognised';
import { type ReleaseBlock, type ReleaseNames, type ReleaseView, viewRelease } from './releaseBlock';
import { releaseFeatures } from './releaseFeatures';
import type { ReleaseKey } from './words/releaseTitles';

const keys: readonly ReleaseKey[] = releaseSections.map(({ key }) => key);
const rank = (key: ReleaseKey) => keys.indexOf(key);

/** How much a title or label weighs against everything else. */
const hintWeights = { title: 9, label: 12, afterLabel: 3 } as const;
/** A best place that leads by less is told as a guess. */
const clearLead = 1.2;

/** Sections whose order differs from team to team, so that going back among them costs little. */
const loose: ReadonlySet<ReleaseKey> = new Set([
  'solution',
  'leaderQuote',
  'gettingStarted',
  'customerQuote',
  'callToAction',
]);

/**
 * Gives every block of a release its section: what each block shows is weighed, and so is the order in which
 * releases are written, and the likeliest run of sections through all blocks is taken.
 */
export function placeRelease(blocks: readonly ReleaseBlock[], names: ReleaseNames): PlacedBlock[] {
  const views = viewRelease(narrowQuotes(blocks), names);
  const scores = views.map(scoreBlock);
  const forward = bestRuns(views, scores);
  const backward = bestRuns(views.toReversed(), scores.toReversed(), true).toReversed();
  return views.map((view, index) => {
    const totals = keys.map(
      (_, key) => at(forward, index, key) + at(backward, index, key) - at(scores, index, key),
    );
    const best = totals.indexOf(Math.max(...totals));
    const key = keys[best] ?? 'summary';
    const second = Math.max(...totals.filter((_, other) => other !== best));
    return {
      node: view.node,
      place: { part: 'release', section: key },
      judgement: judge(
        view,
        key,
        at(
          totals.map((total) => [total]),
          best,
          0,
        ) - second,
      ),
    };
  });
}

/** A bare "Quote" is the one that no other title claims. */
function narrowQuotes(blocks: readonly ReleaseBlock[]): ReleaseBlock[] {
  const claims = (key: ReleaseKey) =>
    blocks.some(({ hint }) => hint?.sections.length === 1 && hint.sections[0] === key);
  const free = (['leaderQuote', 'customerQuote'] as const).filter((key) => !claims(key));
  return blocks.map((block) =>
    block.hint?.sections.length === 2 && free.length === 1
      ? { ...block, hint: { ...block.hint, sections: free } }
      : block,
  );
}

function judge(view: ReleaseView, key: ReleaseKey, lead: number): Judgement {
  const { hint } = view;
  if (hint && hint.kind !== 'afterLabel' && hint.sections.length === 1 && hint.sections[0] === key)
    return sure(key === 'heading' ? 'It is the title.' : `It stands under “${hint.words}”.`);
  if (view.continues) return sure('It belongs to what stands above it.');
  const reason = bestReason(view, key);
  return lead >= clearLead && reason !== null
    ? sure(reason)
    : guess(reason ?? 'Only its place in the text tells.');
}

/** Why a block is in a section: what speaks for it most. */
function bestReason(view: ReleaseView, key: ReleaseKey): string | null {
  const told = releaseFeatures
    .map(({ strength, weights, reason }) => ({ reason, weight: strength(view) * (weights[key] ?? 0) }))
    .toSorted((one, other) => other.weight - one.weight)[0];
  return told && told.weight > 0.6 ? told.reason : null;
}

/** What a block by itself says for each section, in their order. */
function scoreBlock(view: ReleaseView): number[] {
  const scores = keys.map(() => 0);
  for (const { strength, weights } of releaseFeatures) {
    const shown = strength(view);
    for (const key of shown === 0 ? [] : keys) add(scores, rank(key), shown * (weights[key] ?? 0));
  }
  for (const key of view.hint?.sections ?? [])
    add(scores, rank(key), hintWeights[view.hint?.kind ?? 'label']);
  add(scores, rank('heading'), view.hint?.sections.includes('heading') ? 0 : -9);
  add(scores, rank('dateline'), view.isDateline || view.hint?.sections.includes('dateline') ? 0 : -9);
  if (!view.isQuote && !view.continues)
    for (const key of ['leaderQuote', 'customerQuote'] as const) add(scores, rank(key), -1.5);
  return scores;
}

/** For each block and section, the best score of a run from the first block that ends there. */
function bestRuns(
  views: readonly ReleaseView[],
  scores: readonly number[][],
  isReversed = false,
): number[][] {
  const runs: number[][] = [];
  for (const [index, own] of scores.entries()) {
    const before = runs.at(-1);
    const later = isReversed ? views[index - 1] : views[index];
    runs.push(
      own.map((score, key) => {
        if (!before || !later) return score;
        const steps = before.map(
          (total, other) => total + (isReversed ? step(key, other, later) : step(other, key, later)),
        );
        return score + Math.max(...steps);
      }),
    );
  }
  return runs;
}

/** What it costs or gains to go on from one section to another with this block. */
function step(from: number, to: number, block: ReleaseView): number {
  if (from === to) return block.continues ? 5 : block.isQuote ? -0.4 : to <= 3 ? -1.5 : 0.5;
  if (to > from) return 0.4 - 0.1 * (to - from - 1);
  const [here, there] = [keys[from], keys[to]];
  if (here && there && loose.has(here) && loose.has(there)) return -0.6;
  return to <= 3 ? -4 : -2;
}

const at = (table: readonly number[][], row: number, column: number): number => table[row]?.[column] ?? 0;

function add(scores: number[], index: number, weight: number): void {
  scores[index] = (scores[index] ?? 0) + weight;
}
