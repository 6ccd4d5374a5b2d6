import { cardFileName } from '../../../core/import/folder/folderCard';
import type { ReadFolder } from '../../../core/import/folder/readFolder';
import type { NarrativeId } from '../../../core/narrative/meta';
import { partKeys } from '../../../core/narrative/parts';
import { knownRecords } from '../../../core/review/knownRecords';
import type { OpenNarratives } from '../../narratives/openNarratives';
import { type TakingPorts, takeChanges } from '../../returning/takeChanges';
import type { FolderEdit, TakenEdit } from './mirrorPorts';

/** Makes changes to review of what somebody wrote in a folder, file by file. */
export async function takeEdit(
  id: NarrativeId,
  { was, now, paths }: FolderEdit,
  ports: TakingPorts,
): Promise<TakenEdit> {
  const suggestions: Record<string, string[]> = {};
  const doubts = new Set(paths.includes(cardFileName) ? doubtsAboutCard(was, now) : []);
  let added = 0;
  const { content } = await ports.narratives.peek(id);
  for (const path of paths) {
    const parts = partKeys.filter((part) => now.fileOf[part] === path);
    const [part] = parts;
    // A file that was never written by us is compared with what the narrative says.
    const isNew = part !== undefined && was.fileOf[part] === undefined;
    const before = isNew
      ? { ...was.content, parts: { ...was.content.parts, [part]: content.parts[part] } }
      : was.content;
    const origin = { kind: 'folder' as const, file: path };
    const taken = await takeChanges(id, { was: before, now: now.content, parts, origin, by: '' }, ports);
    suggestions[path] = taken.suggestions;
    added += taken.added;
    for (const doubt of taken.doubts) doubts.add(doubt);
  }
  return { suggestions, added, doubts: [...doubts, ...now.doubts] };
}

function doubtsAboutCard(was: ReadFolder, now: ReadFolder): string[] {
  const said = ({ meta, content }: ReadFolder) => JSON.stringify([meta, content.states, content.gate]);
  if (now.card === null || said(was) === said(now)) return [];
  return [
    `“${cardFileName}” was given another name, draft, stage or state. Your own were kept; change them here where it is right.`,
  ];
}

/** Suggestions of a narrative that nobody decided yet. */
export async function undecided(
  id: NarrativeId,
  narratives: Pick<OpenNarratives, 'peek'>,
): Promise<ReadonlySet<string>> {
  const { review, content } = await narratives.peek(id);
  const open = knownRecords(review).filter(
    (record) => record.kind === 'suggestion' && !Object.hasOwn(content.decisions, record.id),
  );
  return new Set(open.map((record) => record.id));
}
