import * as Y from 'yjs';
import { DatelineError } from '../../core/api/errors';
import type { ImportedBlock } from '../../core/import/importedNarrative';
import { type BlockAddress, type BlockTarget, moveBlock } from '../../core/import/places/moveBlock';
import { relistBlocks } from '../../core/import/places/relistBlocks';
import type { NarrativeId } from '../../core/narrative/meta';
import { decodeNarrativeDoc, readNarrativeDoc } from '../../core/narrative/narrativeDoc';
import { partDefinitions } from '../../core/narrative/parts';
import type { OpenNarratives } from '../narratives/openNarratives';

/** No window is called this, so that every open one takes the change in. */
const importWindow = 'import-review';

interface MoveImported {
  id: NarrativeId;
  block: BlockAddress;
  to: BlockTarget;
  /** What was known of every block before. */
  blocks: readonly ImportedBlock[];
}

/** Moves one block of an imported narrative, as an edit like any other, and lists all of them anew. */
export async function moveImported(
  narratives: OpenNarratives,
  { id, block, to, blocks }: MoveImported,
  newId: () => string,
): Promise<{ blocks: ImportedBlock[] }> {
  const { kind, sections } = partDefinitions[to.part];
  if (kind === 'sections' ? !sections.some(({ key }) => key === to.section) : to.section !== '')
    throw new DatelineError('bad-request', 'There is no such section in this part. Nothing was moved.');
  const doc = decodeNarrativeDoc(Buffer.from((await narratives.peek(id)).yjs, 'base64'));
  const before = Y.encodeStateVector(doc);
  if (!moveBlock(doc, block, { to, newId: newId() })) throw goneBlock();
  await narratives.save(id, Y.encodeStateAsUpdateV2(doc, before), importWindow);
  return { blocks: relistBlocks(readNarrativeDoc(doc), blocks, { from: block, to }) };
}

function goneBlock(): DatelineError {
  return new DatelineError(
    'not-found',
    'This paragraph is no longer where it was. Nothing was moved.',
    'Open the narrative and move it there.',
  );
}
