import type { PartKey } from '../../core/narrative/parts';
import type { RichNode } from '../../core/narrative/richText';
import type { PositionRange } from '../../core/review/createAnchor';
import type { PartText, TextLine } from '../../core/review/partText';

/** A piece of a line on the page and the ProseMirror positions that it shows. */
export interface Leaf {
  node: Text | HTMLElement;
  from: number;
  to: number;
}

/** A block of text, or a single thing such as a picture, as it stands on the page. */
export interface ShownLine {
  part: PartKey;
  line: TextLine;
  /** The block itself. */
  node: RichNode;
  /** Holds its words and nothing else; for a single thing the element that shows it. */
  element: HTMLElement;
  leaves: Leaf[];
}

/** What readers call by one label and remark on as a whole: a paragraph, a heading, a table, a screen. */
export interface Unit extends PositionRange {
  part: PartKey;
  /** Such as "B 14". */
  label: string;
  /** What it is, in a word. */
  kind: string;
  element: HTMLElement;
  handle: HTMLButtonElement;
  /** Remarks stand in it. */
  shelf: HTMLElement;
  lines: ShownLine[];
  /** Id of the screen that it is; '' for anything else. */
  item: string;
}

/** A part as it stands on the page. */
export interface ShownPart {
  part: PartKey;
  letter: string;
  title: string;
  text: PartText;
  element: HTMLElement;
  units: Unit[];
}

/** Words of one part that somebody chose. */
export interface Pick extends PositionRange {
  unit: Unit;
  /** True where the unit was chosen as a whole. */
  isWhole: boolean;
}
