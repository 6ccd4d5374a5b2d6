import type { PartKey } from '../../narrative/parts';
import type { ReadingNode, Revision } from './readingNode';

/** What a heading is the heading of; formats set each kind in its own way. */
export type HeadingRole = 'part' | 'release' | 'question' | 'story' | 'step' | 'manual' | 'section' | 'text';

export interface ReadingHeading {
  type: 'heading';
  role: HeadingRole;
  /** 1 to 6, never more than one deeper than the heading before it. */
  level: number;
  content: ReadingNode[];
  /** Number of a step within its use case; 0 elsewhere. */
  number: number;
  /** Name that links lead to; '' where none can. No two things of an export have one name. */
  anchor: string;
}

/** What a call shows; '' for code that is neither. */
export type CodeRole = '' | 'request' | 'response';

export interface ReadingCell {
  column: number;
  row: number;
  colspan: number;
  rowspan: number;
  isHeader: boolean;
  align: 'left' | 'center' | 'right' | null;
  blocks: ReadingBlock[];
}

export interface ReadingTable {
  type: 'table';
  columns: number;
  rows: number;
  /** Rows at the top that hold nothing but headings. */
  headerRows: number;
  cells: ReadingCell[];
}

export interface ReadingPicture {
  type: 'picture';
  kind: 'picture' | 'screen';
  /** Name of the asset; null when it is missing. */
  asset: string | null;
  alt: string;
  caption: string;
  /** The sentence that stands in its place; '' where there is an asset. */
  missing: string;
  anchor: string;
  /** Ids of the threads that are about it. */
  remarks: string[];
}

/** What a manual cannot say yet, with the question that it waits for; none for nothing in particular. */
export interface ReadingUnwritten {
  type: 'unwritten';
  question: ReadingNode[];
  blocks: ReadingBlock[];
}

export interface ReadingList {
  type: 'list';
  kind: 'bullet' | 'ordered' | 'task';
  start: number;
  items: { checked: boolean; blocks: ReadingBlock[]; revision?: Revision }[];
}

/** A narrative as readers meet it: a run of blocks, with nothing that only writers need. */
export type ReadingBlock = AnyBlock & {
  /** The suggestion that would put the whole block in or take it out, with all that stands in it. */
  revision?: Revision;
};

type AnyBlock =
  | ReadingHeading
  /** Where a section begins, under the name of `sectionAnchor`. */
  | { type: 'section'; key: string; anchor: string }
  | { type: 'subheading'; content: ReadingNode[] }
  /** The release's first paragraph, with its dateline in front. */
  | { type: 'lead'; dateline: ReadingNode[]; content: ReadingNode[] }
  /** A question's state, owner and date, where it is not answered yet. */
  | { type: 'status'; state: 'open' | 'blocked'; words: string[] }
  | { type: 'facts'; facts: { label: string; content: ReadingNode[] }[] }
  | { type: 'paragraph'; content: ReadingNode[] }
  | { type: 'quote'; blocks: ReadingBlock[] }
  | { type: 'code'; language: string; role: CodeRole; text: string; remarks: string[] }
  | { type: 'rule' }
  | ReadingList
  | ReadingTable
  | ReadingPicture
  | ReadingUnwritten;

export interface ReadingPart {
  /** 'drawer' is the appendix of parked thoughts, 'thread' the one that follows each promise, 'minutes' that of meetings. */
  key: PartKey | 'drawer' | 'thread' | 'minutes';
  title: string;
  blocks: ReadingBlock[];
  /** Ids of the threads that are about the part as a whole, or whose words are not found in it any more. */
  remarks: string[];
}
