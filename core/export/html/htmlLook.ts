import type { ExportAsset } from '../exportDocument';
import type { ReadingBlock } from '../reading/readingBlock';
import type { ReadingMark } from '../reading/readingNode';

/** What blocks of one page share while it is rendered. */
export interface PageContext {
  assets: ReadonlyMap<string, ExportAsset>;
  /** Footnotes of the page in order of appearance. */
  footnotes: string[];
  look: HtmlLook;
}

/** How each kind of block is marked up. */
export type BlockRenderers = {
  [K in ReadingBlock['type']]: (block: ReadingBlock & { type: K }, page: PageContext) => string;
};

/** How a reading is marked up: as a page of its own, or as something to be pasted into another one. */
export interface HtmlLook {
  blocks: BlockRenderers;
  openings: Record<ReadingMark['type'], (mark: ReadingMark) => [open: string, close: string]>;
  /** The number of a footnote behind its words. */
  footnote: (number: number) => string;
  /** The attribute of a cell whose words stand at this side. */
  align: (side: 'left' | 'center' | 'right') => string;
}
