import { DatelineError } from '../../core/api/errors';

const known =
  'Dateline reads Word files (.docx), Markdown (.md), web pages (.html), plain text (.txt) and .dateline files.';

const saveAsWord = 'Open it in the program that made it, save it as a Word file (.docx) and import that.';

/** Files that people also write narratives in, by the end of their name. */
const others: Readonly<Record<string, string>> = {
  doc: 'Old Word files (.doc) cannot be imported.',
  dot: 'Old Word files (.dot) cannot be imported.',
  docm: 'Word files with macros (.docm) cannot be imported.',
  rtf: 'Rich text files (.rtf) cannot be imported.',
  odt: 'OpenDocument files (.odt) cannot be imported.',
  pages: 'Files of Pages cannot be imported.',
  gdoc: 'This file is only a link to a document on the internet.',
  pdf: 'PDF files cannot be imported: they hold pages, not paragraphs.',
};

/** The refusal of a file by its name, with the next step. */
export function wrongType(extension: string): DatelineError {
  const other = Object.hasOwn(others, extension) ? others[extension] : undefined;
  if (other) return new DatelineError('file-wrong-type', `${other} Nothing was changed.`, saveAsWord);
  return new DatelineError(
    'file-wrong-type',
    `${known} Nothing was changed.`,
    'Save the text as one of these.',
  );
}
