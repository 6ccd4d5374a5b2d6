import { z } from 'zod';
import { type EvidenceRecord, evidenceRecordSchema } from '../../evidence/evidenceRecord';
import { contentVersionSchema } from '../../format/contentVersion';
import { narrativeIdSchema, narrativeMetaSchema } from '../../narrative/meta';
import { gateSchema, markedStates } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import { type ListedRecords, readRecordLists } from '../markdown/recordLists';

/** The file of a folder that says what Markdown cannot. */
export const cardFileName = 'narrative.json';
export const folderFormat = 'dateline-folder';
export const folderFormatVersion = 1;

/** Folder of the drawings, relative to the texts. */
export const screenFolder = 'screens/';

/** The name of a part's file, such as `2-press-release.md`, as it is written first. */
export function partFileName(part: PartKey): string {
  const words = partDefinitions[part].title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return `${partKeys.indexOf(part) + 1}-${words}.md`;
}

const { name, stage, draft, language, confidentiality } = narrativeMetaSchema.shape;
const paths = z.record(z.string().max(1000), z.string().max(200));

const cardSchema = z.object({
  format: z.literal(folderFormat),
  formatVersion: z.int().min(1),
  id: narrativeIdSchema,
  version: contentVersionSchema.or(z.literal('')).catch(''),
  meta: z
    .object({
      name: name.optional().catch(undefined),
      stage: stage.optional().catch(undefined),
      draft: draft.optional().catch(undefined),
      language: language.optional().catch(undefined),
      confidentiality: confidentiality.optional().catch(undefined),
    })
    .catch({}),
  states: z.partialRecord(z.enum(partKeys), z.enum(markedStates)).catch({}),
  gate: gateSchema.catch(null),
  evidence: z.array(evidenceRecordSchema.nullable().catch(null)).catch([]),
  /** File of each part. */
  parts: z.partialRecord(z.enum(partKeys), z.string().max(255)).catch({}),
  /** Stored picture behind each file of a picture. */
  pictures: paths.catch({}),
  /** SHA-256 of each text as it was written last. */
  written: paths.catch({}),
});

export type FolderCard = Omit<z.infer<typeof cardSchema>, 'evidence'> & {
  /** Source cards that no words carry; the others stand in the texts. */
  evidence: EvidenceRecord[];
  records: ListedRecords;
};

export type ReadCard = { ok: true; card: FolderCard } | { ok: false; reason: 'damaged' | 'newer' };

/** Reads `narrative.json`; an entry of it that cannot be read is skipped, as if it were not there. */
export function readFolderCard(text: string): ReadCard {
  const json = parseJson(text);
  const read = cardSchema.safeParse(json);
  if (!read.success) return { ok: false, reason: 'damaged' };
  if (read.data.formatVersion > folderFormatVersion) return { ok: false, reason: 'newer' };
  const evidence = read.data.evidence.filter((record) => record !== null);
  return { ok: true, card: { ...read.data, evidence, records: readRecordLists(json) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
