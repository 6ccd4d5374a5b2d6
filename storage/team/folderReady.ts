import { join } from 'node:path';
import { writeDurably } from '../durableFile';

/** Resolves when something was made durable in a library's folder; rejects as any write there would now. */
export async function checkFolder(folder: string): Promise<void> {
  await writeDurably(join(folder, '.ready'), '');
}
