import { useMemo } from 'react';
import { DatelineError } from '../../../core/api/errors';
import { attachmentLimitBytes, fileSize } from '../../../core/evidence/attachedFile';
import { fromBase64, toBase64 } from '../../client/base64';
import { useConnection } from '../../client/ConnectionProvider';
import type { SourceFiles } from '../../editor/evidence/sourceFiles';
import { downloadFile } from '../../ui/downloadFile';
import { showToast } from '../../ui/showToast';

/** Files of source cards, kept in the library and handed out as copies; never opened inside of the app. */
export function useSourceFiles(): SourceFiles {
  const { call } = useConnection();
  return useMemo(
    () => ({
      async attach(file) {
        // Said here already, so that no large file travels for nothing.
        if (file.size > attachmentLimitBytes) throw tooLarge(file);
        const data = toBase64(await readBytes(file));
        return call('assets.attach', { fileName: file.name === '' ? 'file' : file.name, data });
      },
      async save(asset, name) {
        const { fileName, mime, data, savedTo } = await call('assets.save', { asset, fileName: name });
        if (data !== null) downloadFile(fileName, mime, fromBase64(data));
        if (data !== null || savedTo !== null) showToast({ message: `${savedTo ?? fileName} saved` });
      },
    }),
    [call],
  );
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new DatelineError(
      'file-wrong-type',
      `“${file.name}” could not be read, so it was not attached.`,
      'Choose a file rather than a folder, and check that it may be read.',
    );
  }
}

function tooLarge({ name, size }: File): DatelineError {
  return new DatelineError(
    'file-too-large',
    `“${name}” has ${fileSize(size)}; a source card takes files of up to ${fileSize(attachmentLimitBytes)}.`,
    'Attach the pages that matter, or write down where it lies as the link.',
  );
}
