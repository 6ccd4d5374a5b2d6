import { isSafeLink } from '../../core/import/links';
import { type RichMark, type RichNode, stringAttr } from '../../core/narrative/richText';
import type { PositionRange } from '../../core/review/createAnchor';
import { element } from '../dom/element';
import type { Leaf, ShownLine } from './lines';

/** Words that are drawn in a way of their own. */
export interface Span extends PositionRange {
  /** A class; the words of it are told beneath the paragraph. */
  look: string;
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

/** Draws the words of a line anew, with these stretches marked. */
export function drawLine(shown: ShownLine, spans: readonly Span[]): void {
  const { line, node } = shown;
  if (line.isAtom) {
    shown.element.classList.toggle('commented', spans.some(covers({ from: line.from, to: line.from + 1 })));
    return;
  }
  const leaves: Leaf[] = [];
  const children: Node[] = [];
  let from = line.from;
  for (const inline of node.content ?? []) {
    const to = from + (inline.type === 'text' ? (inline.text ?? '').length : 1);
    for (const piece of piecesOf({ from, to }, spans, inline.type === 'text')) {
      const leaf = leafOf(inline, piece, from);
      leaves.push({ node: leaf, ...piece });
      children.push(marked(wrapped(leaf, inline.marks ?? []), spans.filter(covers(piece))));
    }
    from = to;
  }
  shown.leaves = leaves;
  shown.element.replaceChildren(...children);
}

const covers =
  ({ from, to }: PositionRange) =>
  (span: Span): boolean =>
    span.from < to && span.to > from;

/** Text is cut wherever a stretch begins or ends within it. */
function piecesOf({ from, to }: PositionRange, spans: readonly Span[], isText: boolean): PositionRange[] {
  const edges = spans.flatMap((span) => [span.from, span.to]).filter((edge) => edge > from && edge < to);
  const cuts = isText ? [...new Set(edges)].sort((a, b) => a - b) : [];
  return [from, ...cuts].map((start, index) => ({ from: start, to: cuts[index] ?? to }));
}

function leafOf(inline: RichNode, { from, to }: PositionRange, start: number): Text | HTMLElement {
  switch (inline.type) {
    case 'text':
      return document.createTextNode((inline.text ?? '').slice(from - start, to - start));
    case 'hardBreak':
      return element('br');
    case 'fact':
      return element('span', { class: 'fact' }, [stringAttr(inline, 'value')]);
    case 'footnote':
      return element('small', { class: 'footnote' }, [` (Note: ${stringAttr(inline, 'text')})`]);
    default:
      return element('span');
  }
}

function wrapped(leaf: Node, marks: readonly RichMark[]): Node {
  return marks.reduceRight<Node>((inner, { type, attrs }) => {
    if (type === 'link') return linked(inner, attrs?.href);
    return type === 'evidence' || type === 'promise' ? inner : element(tags[type], {}, [inner]);
  }, leaf);
}

function linked(inner: Node, href: unknown): Node {
  if (typeof href !== 'string' || !isSafeLink(href)) return inner;
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, [inner]);
}

function marked(inner: Node, spans: readonly Span[]): Node {
  if (spans.length === 0) return inner;
  return element('mark', { class: [...new Set(spans.map(({ look }) => look))].join(' ') }, [inner]);
}
