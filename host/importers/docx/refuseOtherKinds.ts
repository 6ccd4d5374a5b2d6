import { DatelineError } from '../../../core/api/errors';

const startsWith = (bytes: Uint8Array, start: string) =>
  Buffer.from(bytes.subarray(0, start.length)).equals(Buffer.from(start, 'latin1'));

/** Refuses what is no Word file by its first bytes, with what it is instead. Throws `file-wrong-type`. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, 'PK\x03\x04')) return;
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw compoundFile(bytes);
  if (startsWith(bytes, '%PDF-'))
    throw refusal('This is a PDF with the name of a Word file.', 'Ask for the document it was made from.');
  if (startsWith(bytes, '{\\rtf'))
    throw refusal(
      'This is a rich text file with the name of a Word file.',
      'Open it in Word and save it as .docx.',
    );
  throw refusal(
    bytes.length === 0 ? 'This file is empty.' : 'This is no Word file, though its name says so.',
    'Open it in the program that made it and save it as a Word file (.docx).',
  );
}

/** Before 2007, and around a document with a password, Word writes a container of another kind. */
function compoundFile(bytes: Uint8Array): DatelineError {
  const isProtected = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isProtected
    ? refusal(
        'This Word file is protected with a password, so its words cannot be read.',
        'Open it in Word, take the password away under “Info, Protect document”, save it and import that.',
      )
    : refusal(
        'This is an old Word file (.doc) with the name of a new one.',
        'Open it in Word and save it as .docx.',
      );
}

/** The refusal of a zip that holds something else, by the names in it. */
export function otherPackage(names: Iterable<string>): DatelineError {
  const all = [...names];
  const has = (start: string) => all.some((name) => name.startsWith(start));
  if (has('xl/'))
    return refusal(
      'This is a spreadsheet with the name of a Word file.',
      'Copy its words into a document and import that.',
    );
  if (has('ppt/'))
    return refusal(
      'This is a presentation with the name of a Word file.',
      'Copy its words into a document and import that.',
    );
  if (has('narrative.json'))
    return refusal(
      'This is a .dateline file with the name of a Word file.',
      'Give it the ending .dateline and import it again.',
    );
  if (has('content.xml'))
    return refusal(
      'This is an OpenDocument file with the name of a Word file.',
      'Open it in its program and save it as .docx.',
    );
  return refusal(
    'This is a zip file without a Word document in it.',
    'Unpack it, and import the document itself.',
  );
}

function refusal(message: string, next: string): DatelineError {
  return new DatelineError('file-wrong-type', `${message} Nothing was changed.`, next);
}
