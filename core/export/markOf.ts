import { contentVersion } from '../format/contentVersion';
import type { ExportMark } from '../review/exportMark';
import type { ExportDocument } from './exportDocument';
import { chosenParts, showsEvidence, showsThread } from './prepareParts';

/** The mark of an export: what it was written from, and what of that it was to hold. */
export function markOf(document: ExportDocument): ExportMark {
  return {
    id: document.meta.id,
    version: contentVersion(document.content),
    parts: chosenParts(document),
    without: [
      ...(showsEvidence(document) ? [] : (['evidence'] as const)),
      ...(showsThread(document) ? [] : (['thread'] as const)),
    ],
  };
}
