import type { Imported } from '../../core/api/shapes';
import type { NarrativeFile } from '../../core/format/narrativeFile';
import { withCharacterIds } from '../../core/import/remarks/withCharacterIds';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { narrativeHeading } from '../../core/narrative/partState';
import { partKeys } from '../../core/narrative/parts';
import type { ExportMark } from '../../core/review/exportMark';
import { knownRecords } from '../../core/review/knownRecords';
import { recordsFromOthers } from '../../core/review/packet/handedOver';
import type { ReviewOrigin } from '../../core/review/records/common';
import type { ReviewRecord } from '../../core/review/reviewRecord';
import type { LibraryStore } from '../../storage/libraryStore';
import { exportForFolder } from '../folders/exportForFolder';
import type { FolderTranslator } from '../folders/folderTranslator';
import type { PreparedImport } from '../importers/prepareImport';
import { baseOfCopy } from './baseOfCopy';
import { evenOut } from './evenOut';
import { takeForeignRemarks } from './foreignRemarks';
import { type RereadPorts, reread, type Untouched } from './reread';
import { type ReturnedText, type TakingPorts, takeChanges } from './takeChanges';

export interface ReturningPorts extends TakingPorts, RereadPorts {
  store: LibraryStore;
  translator: FolderTranslator;
}

/** A file that is a copy of a narrative of this library. */
export interface ReturnedFile {
  id: NarrativeId;
  fileName: string;
  kind: ReviewOrigin['kind'];
  read: PreparedImport;
}

/** The narrative of this library that a file is a copy of; null where there is none. */
export function narrativeOf({ mark, originalId }: PreparedImport, store: LibraryStore): NarrativeId | null {
  const id = originalId ?? mark?.id ?? null;
  return id !== null && store.has(id) ? id : null;
}

/** Makes changes to review of a copy that came back; the narrative keeps its own words until somebody accepts them. */
export async function bringBack(
  { id, fileName, kind, read }: ReturnedFile,
  ports: ReturningPorts,
): Promise<Imported> {
  const { store, narratives } = ports;
  const present = await narratives.peek(id);
  for (const { bytes, extension } of read.pictures.values()) await store.addAsset(bytes, extension);
  const base = await findBase(id, read, store);
  const mark: ExportMark = read.mark ?? { id, version: '', parts: [...partKeys], without: [] };
  const was = await untouched(base ?? present, { kind, mark }, ports);
  const origin = { kind, file: fileName.slice(0, 255) };
  const returned: ReturnedText = {
    was: was.content,
    now: read.content,
    parts: mark.parts,
    origin,
    by: read.by ?? '',
  };
  const isForeign = kind === 'word';
  const taken = await takeChanges(id, isForeign ? evenOut(returned) : returned, ports);
  const remarks = await addRemarks(id, { kind, fileName, read }, ports);
  const { comments } = remarks;
  const suggestions = taken.added + remarks.suggestions;
  const doubts = base ? [] : [noBase];
  return {
    id,
    title: narrativeHeading(present.content, present.meta.name),
    parts: read.parts,
    doubts: [...doubts, ...read.doubts.filter((doubt) => !was.doubts.includes(doubt)), ...taken.doubts],
    blocks: [],
    comments,
    suggestions,
    review: { comments, suggestions, known: taken.known + remarks.known },
  };
}

const noBase =
  'The version that this file was written from is not kept here any more. It was compared with the text as it is now, so that some changes may be your own.';

/** A shared document says itself what it grew from; texts name their version. */
async function findBase(
  id: NarrativeId,
  { originalId, shared, mark }: PreparedImport,
  { versions }: LibraryStore,
): Promise<NarrativeFile | null> {
  if (originalId !== null) return baseOfCopy(id, shared.yjs, versions);
  const version = mark?.version ?? '';
  return version === '' ? null : versions.read(id, version);
}

/** What the file would say had nobody written in it. */
async function untouched(
  base: NarrativeFile,
  { kind, mark }: { kind: ReviewOrigin['kind']; mark: ExportMark },
  ports: ReturningPorts,
): Promise<Untouched> {
  switch (kind) {
    case 'word':
      return reread(base, { mark, format: 'docx' }, ports);
    case 'markdown':
      return reread(base, { mark, format: 'md' }, ports);
    case 'folder': {
      const { texts } = await exportForFolder(base, {}, ports);
      const written = new Map(texts.map(({ path, text }) => [path, text]));
      return (await ports.translator.readBoth(written, written)).was;
    }
    default:
      return { content: base.content, doubts: [] };
  }
}

/** Remarks and suggestions that the file itself has as such. */
async function addRemarks(
  id: NarrativeId,
  { kind, fileName, read: { shared } }: Omit<ReturnedFile, 'id'>,
  { narratives }: Pick<ReturningPorts, 'narratives'>,
): Promise<{ comments: number; suggestions: number; known: number }> {
  const { review, yjs } = await narratives.peek(id);
  const given = recordsFromOthers(knownRecords(shared.review));
  // Only a copy of the shared document itself knows its characters, and its records by their ids.
  const isShared = kind === 'package';
  const records = isShared ? given : withCharacterIds(given, decodeNarrativeDoc(Buffer.from(yjs, 'base64')));
  const { fresh, known } = isShared
    ? takeSharedRemarks(
        records.map((record) => asClaimed(record, fileName)),
        review,
      )
    : takeForeignRemarks(records, knownRecords(review));
  if (fresh.length > 0) await narratives.addReview(id, fresh);
  const count = (...kinds: ReviewRecord['kind'][]) =>
    fresh.filter((record) => kinds.includes(record.kind)).length;
  return { comments: count('comment', 'reply'), suggestions: count('suggestion'), known };
}

/** Whoever sends a copy can write any name into it, so that a sign-off in it is no longer one that was made here. */
function asClaimed(record: ReviewRecord, fileName: string): ReviewRecord {
  if (record.kind !== 'signOff' && record.kind !== 'stateChange') return record;
  return { ...record, origin: { kind: 'package', file: fileName.slice(0, 255) } };
}

function takeSharedRemarks(records: readonly ReviewRecord[], review: NarrativeFile['review']) {
  const fresh = records.filter((record) => !Object.hasOwn(review, record.id));
  const said = (list: readonly ReviewRecord[]) => list.filter(({ kind }) => kind !== 'resolution').length;
  return { fresh, known: said(records) - said(fresh) };
}
