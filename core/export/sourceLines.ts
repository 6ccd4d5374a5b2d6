import type { EvidenceRecord } from '../evidence/evidenceRecord';
import { attachedName, sourceLine } from '../evidence/sourceLine';
import { printable } from '../import/printable';
import type { ExportDocument } from './exportDocument';
import type { ExportWarnings } from './exportWarnings';

/** What an export says about a claim's source. */
export type SourceLine = (record: EvidenceRecord | null) => string;

/** The lines of source cards in an export; an attached file that is not there is told in the warnings. */
export function createSourceLines({ attachments }: ExportDocument, warnings: ExportWarnings): SourceLine {
  return (record) => {
    const isMissing = record !== null && record.asset !== '' && !attachments?.has(record.asset);
    if (isMissing) {
      const name = printable(attachedName(record)).slice(0, 80);
      warnings.add('missing-file', `An attached file (${name}) is missing; its source says so.`);
    }
    return printable(sourceLine(record, isMissing));
  };
}
