import { DatelineError } from '../../../core/api/errors';
import type { Imported } from '../../../core/api/shapes';
import { type NarrativeId, narrativeIdSchema } from '../../../core/narrative/meta';
import { answersAnother } from '../../../core/review/packet/answerErrors';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import type { LibraryStore } from '../../../storage/libraryStore';
import type { GivenFile } from '../../imports/readGivenFile';
import { findAnswers, isAboutPackets, narrativeIn } from './findAnswers';
import { type MergingPorts, mergeAnswers } from './mergeAnswers';

/**
 * Takes a file that was given for import for the answer that it is; null for any other file. `wanted` is the narrative
 * that it was given for, where somebody said. Throws what refuses the answer.
 */
export async function importAnswers(
  given: GivenFile,
  wanted: { id: NarrativeId; takesChanged?: boolean } | null,
  ports: MergingPorts & { store: Pick<LibraryStore, 'has'> },
): Promise<Imported | null> {
  if (given.isFolder || !isAboutPackets(given.fileName, given.bytes)) return null;
  const id = wanted?.id ?? narrativeIdSchema.safeParse(narrativeIn(findAnswers(given.bytes))).data;
  if (id === undefined || !ports.store.has(id)) throw answersAnother('');
  const answers = { name: given.fileName, bytes: given.bytes };
  const takesChanged = wanted?.takesChanged ?? false;
  const merged = await mergeAnswers({ id, given: [answers], takesChanged }, ports);
  const { added, known, failed, title } = merged;
  if (merged.answers.length === 0 && failed[0]) throw DatelineError.fromData(failed[0]);
  const comments = added.remarks + added.signOffs + added.modelAnswers + added.customerAnswers;
  return {
    ...{ id, title, parts: [], blocks: [], comments, suggestions: 0 },
    doubts: [...doubtsAbout(merged), ...failed.map(({ message }) => message)],
    review: { comments, suggestions: 0, known, isAnswer: true },
  };
}

/** What a person should look at besides the remarks themselves. */
function doubtsAbout({ orphans, answers }: MergedAnswers): string[] {
  const lost = orphans === 1 ? 'One of them stands' : `${orphans} of them stand`;
  return [
    ...(orphans === 0 ? [] : [`${lost} on deleted text.`]),
    ...(answers.every(({ isSealed }) => isSealed)
      ? []
      : ['It is merely claimed: no seal of its packet was found on it.']),
  ];
}
