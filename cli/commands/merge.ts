import { DatelineError } from '../../core/api/errors';
import type { Imported } from '../../core/api/shapes';
import type { ImportManner } from '../../host/imports/importNarrative';
import { readGivenFile } from '../../host/imports/readGivenFile';
import { openReadOnly } from '../../host/library/readOnlyLibrary';
import type { CommandContext } from '../commandContext';
import { type ExitCode, exitCodes } from '../exitCodes';
import { noNarrative } from '../noNarrative';
import { withHost } from '../withHost';

/** What one file brought. */
interface Merged {
  file: string;
  comments: number;
  suggestions: number;
  known: number;
  doubts: string[];
}

interface Failed {
  file: string;
  code: string;
  message: string;
}

export interface MergeOptions {
  id: string;
  files: readonly string[];
  /** Takes answers of packets that were changed after they were sealed, as merely claimed. */
  claimed: boolean;
}

/**
 * Takes copies of a narrative, and answers to its packets, for what they are: remarks and changes to review. Their order does not matter, and a file
 * given twice adds nothing. A file that cannot be taken is named and does not stop the others.
 */
export async function runMerge(context: CommandContext, options: MergeOptions): Promise<ExitCode> {
  const id = await (await openReadOnly(context.library)).find(options.id);
  if (id === null) throw noNarrative(options.id);
  const { merged, failed } = await mergeAll(
    context,
    { as: 'copyOf', id, takesChanged: options.claimed },
    options.files,
  );
  const sum = (count: (one: Merged) => number) => merged.reduce((total, one) => total + count(one), 0);
  const counts = {
    comments: sum(({ comments }) => comments),
    suggestions: sum(({ suggestions }) => suggestions),
    known: sum(({ known }) => known),
  };
  context.output.result({ id, ...counts, files: merged, failed }, merged.map(toLine));
  if (!context.isJson) {
    for (const { file, doubts } of merged)
      for (const doubt of doubts) context.output.note(`${file}: ${doubt}`);
    for (const { file, message } of failed) context.output.note(`${file}: ${message}`);
  }
  return failed.length === 0 ? exitCodes.fine : exitCodes.refused;
}

async function mergeAll(context: CommandContext, manner: ImportManner, files: readonly string[]) {
  const merged: Merged[] = [];
  const failed: Failed[] = [];
  await withHost(context, async (host) => {
    for (const file of files) {
      try {
        const imported = await host.importFile(await readGivenFile(file), manner);
        merged.push(toMerged(file, imported));
      } catch (thrown) {
        if (!(thrown instanceof DatelineError)) throw thrown;
        failed.push({ file, code: thrown.code, message: thrown.message });
      }
    }
  });
  return { merged, failed };
}

function toMerged(file: string, { comments, suggestions, review, doubts }: Imported): Merged {
  return { file, comments, suggestions, known: review?.known ?? 0, doubts };
}

function toLine({ file, comments, suggestions, known }: Merged): string {
  return `${file}: ${counted(suggestions, 'change')}, ${counted(comments, 'remark')}, ${known} known already`;
}

const counted = (count: number, name: string) => `${count} ${name}${count === 1 ? '' : 's'}`;
