import type { Fact } from '../../../core/facts/fact';
import type { FactCandidates } from '../../../core/facts/factReading';

/** A line of the sheet: what was found, what was confirmed, or both. */
export interface FactRow extends FactCandidates {
  fact: Fact | undefined;
}

const alwaysShown = [
  { key: 'product', label: 'Product name' },
  { key: 'price', label: 'Price' },
  { key: 'launchDate', label: 'Launch date' },
  { key: 'platforms', label: 'Platforms' },
];

/** The lines of the sheet: the four that every narrative needs, limits and numbers, then what is only confirmed. */
export function factRows(
  candidates: readonly FactCandidates[],
  facts: Readonly<Record<string, Fact>>,
): FactRow[] {
  const found = new Map(candidates.map((each) => [each.key, each]));
  const others = candidates.filter(({ key }) => !alwaysShown.some((row) => row.key === key));
  const rows = [
    ...alwaysShown.map(({ key, label }) => found.get(key) ?? { key, label, values: [] }),
    ...others,
  ];
  const lost = Object.values(facts)
    .filter(({ key }) => !rows.some((row) => row.key === key))
    .map(({ key, label }) => ({ key, label, values: [] }));
  return [...rows, ...lost].map((row) => ({ ...row, fact: facts[row.key] }));
}
