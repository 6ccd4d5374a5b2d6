import type { Input } from '../../core/api/contract';
import type { Library, NarrativeSummary } from '../../core/api/shapes';
import { findLaunchDay } from '../../core/check/launchDay';

type ListInput = Input<'library.list'>;
type Compare = (a: NarrativeSummary, b: NarrativeSummary) => number;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const newestFirst: Compare = (a, b) => compareText(b.meta.updatedAt, a.meta.updatedAt);

/** One page of the library, with what stands around it: counts of every stage and the narrative edited last. */
export function listLibrary(
  summaries: readonly NarrativeSummary[],
  { stage, sort, offset, limit }: ListInput,
): Pick<Library, 'items' | 'total' | 'counts' | 'latest'> {
  const matching = stage === 'all' ? summaries : summaries.filter(({ meta }) => meta.stage === stage);
  return {
    items: sorted(matching, sort).slice(offset, offset + limit),
    total: matching.length,
    counts: countStages(summaries),
    latest: summaries.reduce<NarrativeSummary | null>(
      (latest, summary) => (latest && newestFirst(latest, summary) <= 0 ? latest : summary),
      null,
    ),
  };
}

function sorted(summaries: readonly NarrativeSummary[], sort: ListInput['sort']): NarrativeSummary[] {
  switch (sort) {
    case 'edited':
      return summaries.toSorted(newestFirst);
    case 'created':
      return summaries.toSorted((a, b) => compareText(b.meta.createdAt, a.meta.createdAt));
    case 'heading':
      return summaries.toSorted((a, b) => collator.compare(a.heading, b.heading) || newestFirst(a, b));
    case 'launch':
      return sortedByLaunch(summaries);
  }
}

/** Soonest first; a dateline without a day comes last. Each is read once, not once per comparison. */
function sortedByLaunch(summaries: readonly NarrativeSummary[]): NarrativeSummary[] {
  return summaries
    .map((summary) => ({ summary, day: findLaunchDay(summary.dateline)?.day ?? '9999-99-99' }))
    .sort((a, b) => compareText(a.day, b.day) || newestFirst(a.summary, b.summary))
    .map(({ summary }) => summary);
}

function countStages(summaries: readonly NarrativeSummary[]): Library['counts'] {
  const counts = { all: summaries.length, drafting: 0, inReview: 0, decided: 0 };
  for (const { meta } of summaries) counts[meta.stage] += 1;
  return counts;
}

/** Orders ISO times and days; plain comparison is many times faster than a collator. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
