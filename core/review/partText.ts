import { sectionIn } from '../narrative/markedWords';
import { type RichNode, stringAttr } from '../narrative/richText';
import { narrativeSchema } from '../narrative/schema';
import type { CharacterId } from './anchor';

/** Stands for a footnote, a field, a break, a picture or a screen, which count as one character. */
export const atomCharacter = '\ufffc';

/** A block that holds text, or one that is a single thing such as a picture. */
export interface TextLine {
  /** ProseMirror position of its first character. */
  from: number;
  /** Offset of its first character in the part's text. */
  start: number;
  length: number;
  /** As the outline names it. */
  section: string;
  /** Whether it is a single thing; positions at its two ends are outside of it then. */
  isAtom: boolean;
}

/** A question, story, step, manual, screen or anything else with an id; positions as ProseMirror counts. */
export interface TextItem {
  id: string;
  from: number;
  to: number;
  /** The section it stands in, as the outline names it. */
  section: string;
}

/** Neighbouring characters with ascending ids. Those that were deleted stand where they would. */
export interface CharacterRun extends CharacterId {
  length: number;
  /** Offset in the part's text. */
  at: number;
  isDeleted: boolean;
}

/** The words of a part as anchors see them. */
export interface PartText {
  /** All lines, with a line feed between two. */
  text: string;
  /** In order. */
  lines: readonly TextLine[];
  items: readonly TextItem[];
  /** In order; empty for a text without character ids. */
  runs: readonly CharacterRun[];
  /** The same by client, ascending by clock. */
  runsOf: ReadonlyMap<number, readonly CharacterRun[]>;
}

interface WrittenNode {
  /** By its name and attributes; what is below it is written by `writeChildren`. */
  node: RichNode;
  /** The section it stands in. */
  section: string;
  id?: CharacterId | null;
  /** Called with the section that the children stand in. */
  writeChildren: (section: string) => void;
}

/** Builds the text of a part while its nodes are walked in order. */
export class PartTextWriter {
  readonly #pieces: string[] = [];
  readonly #lines: TextLine[] = [];
  readonly #items: TextItem[] = [];
  readonly #runs: CharacterRun[] = [];
  readonly #runsOf = new Map<number, CharacterRun[]>();
  #offset = 0;
  #position = 0;

  /** Writes a node and all below it. */
  node({ node, section, id = null, writeChildren }: WrittenNode): void {
    const from = this.#position;
    const kind = narrativeSchema.nodes[node.type];
    if (kind?.isLeaf) this.#leaf(id, kind.isInline ? null : section);
    else {
      this.#position += 1;
      if (kind?.isTextblock) this.#textblock(id, { section, writeChildren });
      else writeChildren(sectionIn(node, section));
      this.#position += 1;
    }
    const itemId = stringAttr(node, 'id');
    if (itemId !== '') this.#items.push({ id: itemId, from, to: this.#position, section });
  }

  characters(text: string): void {
    this.#pieces.push(text);
    this.#offset += text.length;
    this.#position += text.length;
  }

  /** Says which ids the next `length` characters have, or had. */
  ids({ client, clock }: CharacterId, length: number, isDeleted: boolean): void {
    const run = { client, clock, length, at: this.#offset, isDeleted };
    this.#runs.push(run);
    const known = this.#runsOf.get(client);
    if (known) known.push(run);
    else this.#runsOf.set(client, [run]);
  }

  finish(): PartText {
    for (const runs of this.#runsOf.values()) runs.sort((a, b) => a.clock - b.clock);
    return {
      text: this.#pieces.join(''),
      lines: this.#lines,
      items: this.#items,
      runs: this.#runs,
      runsOf: this.#runsOf,
    };
  }

  #leaf(id: CharacterId | null, blockIn: string | null): void {
    const write = () => {
      if (id) this.ids(id, 1, false);
      this.characters(atomCharacter);
    };
    if (blockIn === null) write();
    else this.#line({ section: blockIn, isAtom: true }, write);
  }

  /** An empty block is known by its own id, which it keeps when somebody writes in it. */
  #textblock(
    id: CharacterId | null,
    { section, writeChildren }: Pick<WrittenNode, 'section' | 'writeChildren'>,
  ) {
    this.#line({ section, isAtom: false }, () => {
      if (id) this.ids(id, 0, false);
      writeChildren(section);
    });
  }

  #line(kind: Pick<TextLine, 'section' | 'isAtom'>, write: () => void): void {
    if (this.#lines.length > 0) {
      this.#pieces.push('\n');
      this.#offset += 1;
    }
    const line = { from: this.#position, start: this.#offset, length: 0, ...kind };
    this.#lines.push(line);
    write();
    line.length = this.#offset - line.start;
  }
}

/** ProseMirror position of an offset in the part's text. */
export function positionAt({ lines }: PartText, offset: number): number {
  const line = lastWhere(lines, (candidate) => candidate.start <= offset);
  return line ? line.from + Math.min(offset - line.start, line.length) : 0;
}

/** Offset of a ProseMirror position; one between two lines is the end of the line before, or the start of the next. */
export function offsetAt({ lines, text }: PartText, position: number, side: 'before' | 'after'): number {
  const count = countWhere(
    lines,
    (line) => line.from < position || (line.from === position && isInside(line, side)),
  );
  const line = lines[count - 1];
  if (!line) return 0;
  const end = line.start + line.length;
  const isBehind = position > line.from + line.length || (line.isAtom && position > line.from);
  if (!isBehind) return line.start + (position - line.from);
  return side === 'before' ? end : Math.min(end + 1, text.length);
}

/** A range that ends before a single thing does not hold it; one that begins there does. */
const isInside = ({ isAtom }: TextLine, side: 'before' | 'after'): boolean => !isAtom || side === 'after';

/** The section that an offset stands in. */
export function sectionAt({ lines }: PartText, offset: number): string {
  return lastWhere(lines, (candidate) => candidate.start <= offset)?.section ?? '';
}

/** Where a character stands, or stood before it was deleted. */
export interface LocatedCharacter {
  at: number;
  isDeleted: boolean;
  /** 1 for a character that is there, 0 for one that was deleted and for an empty block. */
  length: number;
  /** Offsets at which it stands again if its deletion was taken back, which gives it another id. */
  restored: readonly number[];
}

/** The character with this id; null where nothing of it is known any more. */
export function locate({ runsOf }: PartText, { client, clock }: CharacterId): LocatedCharacter | null {
  const run = lastWhere(runsOf.get(client) ?? [], (candidate) => candidate.clock <= clock);
  if (!run || clock >= run.clock + Math.max(run.length, 1)) return null;
  const into = clock - run.clock;
  const { isDeleted } = run;
  if (!isDeleted) return { at: run.at + into, isDeleted, length: Math.min(run.length, 1), restored: [] };
  return { at: run.at, isDeleted, length: 0, restored: [run.at + into, run.at + into - run.length] };
}

/** The id of the character at an offset, or of the empty block there; null for the end of a line. */
export function idAt({ runs }: PartText, offset: number): CharacterId | null {
  const isReached = (run: CharacterRun) => run.at <= offset;
  let index = countWhere(runs, isReached) - 1;
  while (index >= 0 && (runs[index]?.isDeleted || runs[index]?.length === 0)) index -= 1;
  const run = runs[index];
  if (run && offset < run.at + run.length) return { client: run.client, clock: run.clock + offset - run.at };
  const block = runs.findLast(({ at, length, isDeleted }) => at === offset && length === 0 && !isDeleted);
  return block ? { client: block.client, clock: block.clock } : null;
}

/** The last of an ordered list for which something holds that holds for all before it. */
const lastWhere = <T>(ordered: readonly T[], holds: (entry: T) => boolean): T | undefined =>
  ordered[countWhere(ordered, holds) - 1];

function countWhere<T>(ordered: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
