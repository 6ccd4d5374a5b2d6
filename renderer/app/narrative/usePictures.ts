import { useCallback, useState } from 'react';
import { assetLimitBytes } from '../../../core/api/contract';
import { DatelineError, toDatelineError } from '../../../core/api/errors';
import { toBase64 } from '../../client/base64';
import { useConnection } from '../../client/ConnectionProvider';

/** Stores pictures that were chosen, dropped or pasted, and remembers why the last one could not be kept. */
export function usePictures() {
  const { call } = useConnection();
  const [problem, setProblem] = useState<DatelineError | null>(null);
  const uploadImage = useCallback(
    async (file: File) => {
      if (file.size > assetLimitBytes) throw tooLarge();
      const data = toBase64(new Uint8Array(await file.arrayBuffer()));
      return call('assets.add', { fileName: file.name === '' ? 'picture' : file.name, data });
    },
    [call],
  );
  return {
    uploadImage,
    problem,
    tellProblem: (thrown: unknown) => setProblem(toDatelineError(thrown)),
    forgetProblem: () => setProblem(null),
  };
}

function tooLarge(): DatelineError {
  const limit = assetLimitBytes / 1_000_000;
  return new DatelineError(
    'file-too-large',
    `This picture is larger than ${limit} MB. Nothing was added.`,
    'Make it smaller, then add it again.',
  );
}
