import { writeBeside } from '../../exports/writeBeside';
import { writeExport } from '../../exports/writeExport';
import type { HostPorts } from '../../ports';

/** Puts one file where somebody chose, or answers it as data for a download. */
type Place = (
  fileName: string,
  bytes: Uint8Array,
) => Promise<{ data: string | null; savedTo: string | null }>;

/** Asks where these files go: one anywhere, several into a folder. Null when the dialog was closed. */
export async function choosePlace(
  { saveDialog, folderDialog }: Pick<HostPorts, 'saveDialog' | 'folderDialog'>,
  fileNames: readonly string[],
): Promise<Place | null> {
  const [only, ...others] = fileNames;
  if (saveDialog && only !== undefined && others.length === 0) {
    const path = await saveDialog({ fileName: only, mime: 'text/html' });
    if (path === null) return null;
    return async (_fileName, bytes) => {
      // The dialog has asked whether an existing file may be replaced.
      await writeExport(path, bytes, { replace: true });
      return { data: null, savedTo: path };
    };
  }
  if (folderDialog) {
    const folder = await folderDialog();
    if (folder === null) return null;
    return async (fileName, bytes) => ({ data: null, savedTo: await writeBeside(folder, fileName, bytes) });
  }
  return async (_fileName, bytes) => ({ data: Buffer.from(bytes).toString('base64'), savedTo: null });
}
