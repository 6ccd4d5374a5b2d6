import type { ExportOptions, ExportWarning } from '../api/shapes';
import type { SharedState } from '../format/narrativeFile';
import type { NarrativeMeta } from '../narrative/meta';
import type { NarrativeContent } from '../narrative/narrativeDoc';
import type { ExportMark } from '../review/exportMark';
import type { ReviewRecord } from '../review/reviewRecord';

/** A picture that belongs to a narrative, loaded before any exporter runs. */
export interface ExportAsset {
  bytes: Uint8Array;
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
  /** Size it is shown at, in CSS pixels; 0 for a logo, which is fitted into its place. */
  width: number;
  height: number;
  /** The same drawing as SVG, for the format that shows it; absent where its words need fonts that readers lack. */
  svg?: Uint8Array;
}

/** What reviewers said about a narrative, for exports that show it. */
export interface ExportReview {
  records: readonly ReviewRecord[];
  /** The shared document that its anchors point into, in Yjs V2 encoding; empty where nothing was shared yet. */
  update: Uint8Array;
}

/** Everything an exporter may read. Exporters are pure: the same document gives the same bytes. */
export interface ExportDocument {
  meta: NarrativeMeta;
  content: NarrativeContent;
  /** The shared document behind the content, for the format that carries it; absent where nothing was shared yet. */
  shared?: SharedState;
  /** Absent where the options ask for no comments. */
  review?: ExportReview;
  /** Sign-offs and states as they were given, which every export tells of; absent where nobody gave any. */
  records?: readonly ReviewRecord[];
  options: ExportOptions;
  /** How the file is known again when it comes back; absent where there is no library to come back to. */
  mark?: ExportMark;
  /** Assets by name; one that is missing becomes a placeholder and a warning. */
  assets: ReadonlyMap<string, ExportAsset>;
  /**
   * Files of source cards that are there, by asset name; null where the format names them and has no need of them.
   * For the format that carries files, those of screens too.
   */
  attachments?: ReadonlyMap<string, Uint8Array | null>;
  /** Whom the settings name; said in a PDF's metadata and nowhere on its pages. Absent where nobody is named. */
  author?: string;
  /** What the options name as the team's own picture; absent where there is none, or where it is gone. */
  logo?: ExportAsset;
  /** Day of the export, ISO date; printed, and used as the PDF's creation time. */
  date: string;
}

export interface ExportText {
  text: string;
  warnings: ExportWarning[];
}
