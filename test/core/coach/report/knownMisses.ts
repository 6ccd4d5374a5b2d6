/** A goal that a mechanical rule does not keep yet. */
export interface KnownMiss {
  rule: number;
  kind: 'recall' | 'precision';
  why: string;
}

/** The list can only shrink: a test fails as soon as a rule on it keeps its goal. */
export const knownMisses: readonly KnownMiss[] = [];

/** Clean releases about which a mechanical rule still asks at level stop or fix; shrinks in the same way. */
export const loudCleanReleases: ReadonlySet<string> = new Set();
