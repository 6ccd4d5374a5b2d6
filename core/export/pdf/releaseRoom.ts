import type { ExportDocument } from '../exportDocument';
import { ExportWarnings } from '../exportWarnings';
import { mapBlocks } from '../reading/mapBlocks';
import type { ReadingBlock, ReadingPart } from '../reading/readingBlock';
import { toReadingParts } from '../reading/toReadingParts';

/** Blocks and the texts of their footnotes: what takes room on a page. */
interface PrintedText {
  blocks: ReadingBlock[];
  notes: string[];
}

/** What tells how many pages the release of a narrative may take: as many as it takes alone. */
export interface ReleaseRoom {
  /** The release as its own layout prints it, without sources and thread. */
  alone: PrintedText;
  /** Notes of the release in the narrative. */
  notes: string[];
}

/** The room of the release within a narrative; null for layouts that keep none for it. */
export function releaseRoom(document: ExportDocument, parts: readonly ReadingPart[]): ReleaseRoom | null {
  const release = parts.find(({ key }) => key === 'release');
  if (!release || document.options.layout !== 'narrative') return null;
  const options = { ...document.options, layout: 'release' as const };
  // What is missing in it has been told of the narrative already.
  const [alone] = toReadingParts({ ...document, options }, new ExportWarnings());
  if (!alone) return null;
  return { alone: { blocks: alone.blocks, notes: notesOf(alone.blocks) }, notes: notesOf(release.blocks) };
}

function notesOf(blocks: readonly ReadingBlock[]): string[] {
  const notes: string[] = [];
  mapBlocks(blocks, {
    inlines: (nodes) => {
      for (const { type, attrs } of nodes) if (type === 'footnote') notes.push(String(attrs?.text ?? ''));
      return nodes;
    },
  });
  return notes;
}
