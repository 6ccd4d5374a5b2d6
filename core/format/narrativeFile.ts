import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { DatelineError } from '../api/errors';
import { drawerItemSchema } from '../drawer/drawerItem';
import { evidenceRecordSchema } from '../evidence/evidenceRecord';
import { factSchema } from '../facts/fact';
import { type NarrativeMeta, narrativeMetaSchema } from '../narrative/meta';
import { gateSchema, markedStates, type NarrativeContent } from '../narrative/narrativeDoc';
import { partKeys } from '../narrative/parts';
import { richDocSchema } from '../narrative/richText';
import { suggestionDecisionSchema } from '../review/reviewRecord';
import { screenRecordSchema } from '../screens/screenRecord';
import { storyboardSchema } from '../screens/storyboard';
import { releasePromiseSchema } from '../thread/releasePromise';
import { threadLinkSchema } from '../thread/threadLink';
import { migrateNarrativeFile } from './migrations/index';

/** Version this build writes. Older files are migrated, newer ones refused and left as they are. */
export const formatVersion = 4;
export const formatName = 'dateline-narrative';

/** The content of a narrative by its shapes; whether its texts follow the rules of the schema is not looked at. */
export const narrativeContentSchema = z.object({
  parts: z.record(z.enum(partKeys), richDocSchema),
  states: z.partialRecord(z.enum(partKeys), z.enum(markedStates)),
  gate: gateSchema,
  evidence: z.record(z.string(), evidenceRecordSchema),
  facts: z.record(z.string(), factSchema),
  drawer: z.record(z.string(), drawerItemSchema),
  screens: z.record(z.string(), screenRecordSchema),
  storyboards: z.record(z.string(), storyboardSchema),
  promises: z.record(z.string(), releasePromiseSchema),
  links: z.record(z.string(), threadLinkSchema),
  decisions: z.record(z.string(), suggestionDecisionSchema),
});

const bodySchema = z.object({
  meta: narrativeMetaSchema,
  /** Readable projection, so that a file is of use without Dateline. `yjs` is the truth. */
  content: narrativeContentSchema,
  /** The shared document, Yjs V2 encoding, base64. */
  yjs: z.base64(),
  /** Review records by id. Those of a kind that this build does not know stay as they are; see `knownRecords`. */
  review: z.record(z.string(), z.unknown()),
});

const envelopeSchema = z.object({
  format: z.literal(formatName),
  version: z.int().min(1),
  savedAt: z.iso.datetime(),
  /** SHA-256 of the JSON text of `body`, hex. */
  checksum: z.string(),
  body: z.unknown(),
});

/** What people who work on one narrative have in common: its document with all ids, and its review records. */
export interface SharedState {
  /** Yjs V2 encoding, base64. */
  yjs: string;
  review: Record<string, unknown>;
}

/** A narrative as it stands in a file. */
export interface NarrativeFile extends SharedState {
  meta: NarrativeMeta;
  content: NarrativeContent;
}

/** The text of a narrative's file: an envelope with a checksum over the body. */
export function encodeNarrativeFile(file: NarrativeFile, savedAt: string): string {
  const body = JSON.stringify(file);
  const head = JSON.stringify({
    format: formatName,
    version: formatVersion,
    savedAt,
    checksum: checksumOf(body),
  });
  return `${head.slice(0, -1)},"body":${body}}\n`;
}

export function checksumOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Reads a narrative's file, migrating it when it is older.
 * Throws `DatelineError`: `file-damaged` when it is not ours, cut short or altered by hand without a new
 * checksum; `file-from-future` when a newer Dateline wrote it.
 */
export function decodeNarrativeFile(
  text: string,
): NarrativeFile & { savedAt: string; migratedFrom: number | null } {
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) throw damaged('This file is not a whole Dateline narrative.');
  const { version, savedAt, checksum, body } = envelope.data;
  if (version > formatVersion) {
    throw new DatelineError(
      'file-from-future',
      'This file comes from a newer Dateline. It was left as it is.',
      'Update Dateline to open it.',
    );
  }
  if (checksumOf(JSON.stringify(body)) !== checksum) throw damaged('Part of this file was lost or changed.');
  const parsed = bodySchema.safeParse(migrateNarrativeFile(body, version));
  if (!parsed.success) throw damaged('This file holds something Dateline cannot read.');
  const file = parsed.data as unknown as NarrativeFile;
  return { ...file, savedAt, migratedFrom: version === formatVersion ? null : version };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function damaged(message: string): DatelineError {
  return new DatelineError(
    'file-damaged',
    message,
    'Restore the latest backup, or import the file to see what can be read.',
  );
}
