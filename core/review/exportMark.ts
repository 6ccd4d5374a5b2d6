import { z } from 'zod';
import { type ContentVersion, contentVersionSchema } from '../format/contentVersion';
import { type NarrativeId, narrativeIdSchema } from '../narrative/meta';
import { type PartKey, partKeys } from '../narrative/parts';

/** What an exported text may leave out of its parts. */
export const leftOutNames = ['evidence', 'thread'] as const;
export type LeftOut = (typeof leftOutNames)[number];

/** What an exported file says about itself, so that it is known again when it comes back changed. */
export interface ExportMark {
  id: NarrativeId;
  /** The version it was written from; '' where only the narrative is known. */
  version: ContentVersion | '';
  /** Parts that it was written with: what it lacks besides was never taken out. */
  parts: PartKey[];
  without: LeftOut[];
}

const words = z.string().max(1000);
const fieldsSchema = z.object({
  id: narrativeIdSchema,
  version: contentVersionSchema.or(z.literal('')).catch(''),
  parts: words.catch(partKeys.join(' ')),
  without: words.catch(''),
});

/** A mark as the fields that files have for it; lists are words with spaces between, and what says nothing is ''. */
export type ExportMarkFields = Record<keyof ExportMark, string>;

export function writeExportMark({ id, version, parts, without }: ExportMark): ExportMarkFields {
  const isWhole = parts.length === partKeys.length;
  return { id, version, parts: isWhole ? '' : parts.join(' '), without: without.join(' ') };
}

/** Reads the fields of a mark, each of which may be missing or anything at all; null without the id of a narrative. */
export function readExportMark(fields: unknown): ExportMark | null {
  const read = fieldsSchema.safeParse(fields);
  if (!read.success) return null;
  const { id, version, parts, without } = read.data;
  const named = known(parts, partKeys);
  return {
    id,
    version,
    parts: named.length === 0 ? [...partKeys] : named,
    without: known(without, leftOutNames),
  };
}

function known<T extends string>(text: string, names: readonly T[]): T[] {
  const said = new Set(text.split(/\s+/));
  return names.filter((name) => said.has(name));
}
