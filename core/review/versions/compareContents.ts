import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { partKeys } from '../../narrative/parts';
import { compareRecords } from './compareRecords';
import { compareText } from './compareText';
import type { Comparison } from './comparison';

/** How one content of a narrative differs from another: by part, and in what stands beside the texts. */
export function compareContents(was: NarrativeContent, now: NarrativeContent): Comparison {
  const parts = partKeys.map((part) => compareText(part, was.parts[part], now.parts[part]));
  const records = compareRecords(was, now);
  const changes = parts.reduce((sum, part) => sum + part.changes, records.length);
  return { changes, parts: parts.filter(({ lines }) => lines.length > 0), records };
}
