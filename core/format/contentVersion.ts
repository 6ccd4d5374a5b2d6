import { z } from 'zod';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import { partKeys } from '../narrative/parts';
import { canonicalDoc } from '../narrative/schema';
import { checksumOf } from './narrativeFile';

const digits = 16;

/** Names what a narrative said at one moment: equal contents have equal versions, whoever wrote them and when. */
export const contentVersionSchema = z.string().regex(/^[0-9a-f]{16}$/);
export type ContentVersion = z.infer<typeof contentVersionSchema>;

/** The version of a content: the first digits of a hash over all it says; what was decided on the way is not part of it. */
export function contentVersion({ decisions: _decided, ...content }: NarrativeContent): ContentVersion {
  const parts = Object.fromEntries(partKeys.map((key) => [key, canonicalDoc(content.parts[key])]));
  return checksumOf(JSON.stringify(inOrder({ ...content, parts }))).slice(0, digits);
}

/** The same value with the keys of all records in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, inOrder(field)]),
  );
}
