import { checksumOf } from '../format/narrativeFile';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../narrative/parts';
import { compareParts } from './compareParts';
import type { ReviewRecordOf } from './reviewRecord';

type Suggestion = ReviewRecordOf<'suggestion'>;
type Parts = NarrativeContent['parts'];

/** Two readings of the same parts, and what every suggestion made of them says about itself. */
export interface PartsChange {
  was: Parts;
  now: Parts;
  /** Parts to compare; what is missing in the others was never taken out. */
  parts: readonly PartKey[];
  common: Pick<Suggestion, 'at' | 'by' | 'origin'>;
}

/**
 * What would have to change in one text to have it say what the other says. Ids are made of what a suggestion says and
 * where, so that the same changes read again are the same suggestions.
 */
export function suggestChanges({ was, now, parts, common }: PartsChange): Suggestion[] {
  const counts = new Map<string, number>();
  return partKeys
    .filter((part) => parts.includes(part))
    .flatMap((part) => compareParts(part, was[part], now[part]))
    .map(({ anchor, change }) => {
      const { part, section, item, quote, before, after } = anchor;
      const name = checksumOf(JSON.stringify([part, section, item, quote, before, after, change])).slice(
        0,
        24,
      );
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const id = count === 1 ? `s-${name}` : `s-${name}-${count}`;
      return { kind: 'suggestion', id, ...common, anchor, change };
    });
}
