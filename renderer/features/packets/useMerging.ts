import { useState } from 'react';
import { importLimitBytes } from '../../../core/api/contract';
import { DatelineError } from '../../../core/api/errors';
import type { MergedAnswers } from '../../../core/review/packet/mergedAnswers';
import { toBase64 } from '../../client/base64';
import { useAttempt } from '../../ui/useAttempt';

/** Answers as a person gives them. */
export interface GivenAnswers {
  files: readonly File[];
  text: string;
}

/** What the host is asked to merge. */
export interface MergeOrder {
  files: { fileName: string; data: string }[];
  text: string;
  /** Takes answers that were changed after they were sealed, as merely claimed. */
  takesChanged: boolean;
}

export interface MergedRound {
  given: GivenAnswers;
  merged: MergedAnswers;
}

/** Merges what is given, one round after the other; the last one is shown. */
export function useMerging(onMerge: (order: MergeOrder) => Promise<MergedAnswers>) {
  const [round, setRound] = useState<MergedRound | null>(null);
  const { isBusy, error, attempt } = useAttempt();
  const run = (given: GivenAnswers, takesChanged: boolean, then?: () => void) =>
    attempt(async () => {
      const files = await Promise.all(given.files.map(readFile));
      setRound({ given, merged: await onMerge({ files, text: given.text, takesChanged }) });
    }, then);
  return {
    round,
    isBusy,
    error,
    merge: (given: GivenAnswers, then?: () => void) => run(given, false, then),
    /** Gives the same again, and takes what was changed, too. */
    takeClaimed: () => round && run(round.given, true),
  };
}

async function readFile(file: File): Promise<MergeOrder['files'][number]> {
  if (file.size > importLimitBytes)
    throw new DatelineError(
      'file-too-large',
      `“${file.name}” is far larger than any answer to a packet. Nothing was changed.`,
      'Choose the file that a reader’s packet saved.',
    );
  return { fileName: file.name, data: toBase64(new Uint8Array(await file.arrayBuffer())) };
}
