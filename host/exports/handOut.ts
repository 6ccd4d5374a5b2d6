import type { HostPorts } from '../ports';
import { writeExport } from './writeExport';

interface HandedFile {
  fileName: string;
  mime: string;
  bytes: Uint8Array;
}

/**
 * Gives a file to the person: written where they choose, or as data where the shell makes a download of it.
 * Both `data` and `savedTo` are null when they closed the dialog.
 */
export async function handOut(
  { saveDialog }: Pick<HostPorts, 'saveDialog'>,
  { fileName, mime, bytes }: HandedFile,
): Promise<{ fileName: string; mime: string; data: string | null; savedTo: string | null }> {
  if (!saveDialog) return { fileName, mime, data: Buffer.from(bytes).toString('base64'), savedTo: null };
  const savedTo = await saveDialog({ fileName, mime });
  // The dialog has asked whether an existing file may be replaced.
  if (savedTo !== null) await writeExport(savedTo, bytes, { replace: true });
  return { fileName, mime, data: null, savedTo };
}
