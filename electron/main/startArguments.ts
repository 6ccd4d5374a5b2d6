import path from 'node:path';
import { parseArgs } from 'node:util';

export interface StartArguments {
  /** A library folder that was asked for. */
  library: string | null;
  /** Files to open, as absolute paths. */
  files: string[];
}

/** Kinds of file that can be dropped on the app or opened with it. */
const openable = new Set(['.dateline', '.docx', '.md', '.markdown', '.html', '.htm', '.txt']);

/** What a start asks for. Switches meant for Chromium stand between ours and are passed over. */
export function parseStartArguments(args: readonly string[], folder: string): StartArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { library: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const files = positionals.filter((file) => openable.has(path.extname(file).toLowerCase()));
  const library = typeof values.library === 'string' ? path.resolve(folder, values.library) : null;
  return { library, files: files.map((file) => path.resolve(folder, file)) };
}
