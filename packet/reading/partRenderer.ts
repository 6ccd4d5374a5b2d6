import type { PartKey } from '../../core/narrative/parts';
import { isBlank } from '../../core/narrative/plainText';
import type { RichNode } from '../../core/narrative/richText';
import type { PartText, TextLine } from '../../core/review/partText';
import { type Child, element } from '../dom/element';
import { drawLine } from './drawLine';
import type { ShownLine, Unit } from './lines';
import { nodeRenderers, type PartDrawing, type Pictures } from './nodeRenderers';

interface PartGround {
  part: PartKey;
  letter: string;
  text: PartText;
  pictures: Pictures;
}

interface UnitGround {
  kind: string;
  holder: HTMLElement;
  lines: ShownLine[];
  item?: string;
}

/** Walks a part in document order, so that each block takes the next line of the part's text. */
export class PartRenderer implements PartDrawing {
  readonly units: Unit[] = [];
  readonly pictures: Pictures;
  readonly part: PartKey;
  readonly #letter: string;
  readonly #text: PartText;
  #next = 0;
  /** Gathers the lines of a unit that holds several. */
  #gathering: ShownLine[] | null = null;

  constructor({ part, letter, text, pictures }: PartGround) {
    this.part = part;
    this.pictures = pictures;
    this.#letter = letter;
    this.#text = text;
  }

  /** What stands below a node; `level` is that of the next heading. */
  children(node: RichNode, level: number): Child[] {
    return (node.content ?? []).flatMap((child) => this.node(child, level));
  }

  node(node: RichNode, level: number): Child[] {
    if (isBlank(node) && node.type !== 'horizontalRule') {
      this.#skip(node);
      return [];
    }
    return nodeRenderers[node.type](node, { drawing: this, level });
  }

  /** A line of text in an element of this kind, as a unit of its own unless it stands in a larger one. */
  line(node: RichNode, holder: HTMLElement, kind: string): HTMLElement {
    const shown = this.#shown(node, holder);
    if (!this.#gathering) return this.#unit({ kind, holder, lines: [shown] });
    this.#gathering.push(shown);
    return holder;
  }

  /** A single thing, such as a picture. */
  thing(
    node: RichNode,
    holder: HTMLElement,
    { kind, item = '' }: { kind: string; item?: string },
  ): HTMLElement {
    const shown = this.#shown(node, holder);
    shown.leaves = [{ node: holder, from: shown.line.from, to: shown.line.from + 1 }];
    if (!this.#gathering) return this.#unit({ kind, holder, lines: [shown], item });
    this.#gathering.push(shown);
    return holder;
  }

  /** One unit of all that is drawn meanwhile. */
  whole(kind: string, draw: () => HTMLElement): HTMLElement {
    if (this.#gathering) return draw();
    const lines: ShownLine[] = [];
    this.#gathering = lines;
    const holder = draw();
    this.#gathering = null;
    return lines.length === 0 ? holder : this.#unit({ kind, holder, lines });
  }

  #shown(node: RichNode, holder: HTMLElement): ShownLine {
    const shown: ShownLine = { part: this.part, line: this.#take(), node, element: holder, leaves: [] };
    drawLine(shown, []);
    return shown;
  }

  #take(): TextLine {
    const line = this.#text.lines[this.#next];
    if (!line) throw new Error('The text of a part has fewer lines than its blocks.');
    this.#next += 1;
    return line;
  }

  #skip(node: RichNode): void {
    if (isLine(node)) this.#next += 1;
    else for (const child of node.content ?? []) this.#skip(child);
  }

  #unit({ kind, holder, lines, item = '' }: UnitGround): HTMLElement {
    const label = `${this.#letter} ${this.units.length + 1}`;
    const [first, last] = [lines[0] as ShownLine, lines.at(-1) as ShownLine];
    const handle = element('button', { type: 'button', class: 'handle', tabindex: -1 }, [label]);
    handle.setAttribute('aria-label', `${label}: choose this ${kind}`);
    const shelf = element('div', { class: 'shelf' });
    const whole = element('div', { class: `unit ${kind.replace(' ', '-')}` }, [handle, holder, shelf]);
    this.units.push({
      part: this.part,
      label,
      kind,
      element: whole,
      handle,
      shelf,
      lines,
      item,
      from: first.line.from,
      to: last.line.from + last.line.length,
    });
    return whole;
  }
}

const lineNames: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'faqQuestion', 'title', 'storyFact', 'codeBlock'],
  ...['horizontalRule', 'image', 'screen'],
]);

const isLine = ({ type }: RichNode): boolean => lineNames.has(type);
