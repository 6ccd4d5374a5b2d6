import type { PositionRange } from '../../core/review/createAnchor';
import type { Leaf, Pick, ShownPart, Unit } from './lines';

/** The words that a selection on the page covers, within the part that it begins in; null for none. */
export function readSelection(selection: Selection | null, parts: readonly ShownPart[]): Pick | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  for (const { units } of parts) {
    const covered = units.flatMap((unit) => {
      const stretch = coveredIn(unit, range);
      return stretch ? [{ unit, ...stretch }] : [];
    });
    const [first, last] = [covered[0], covered.at(-1)];
    // What is said stands under the paragraph in which the words end.
    if (first && last) return { unit: last.unit, from: first.from, to: last.to, isWhole: false };
  }
  return null;
}

/** Everything of a unit. */
export const wholeUnit = (unit: Unit): Pick => ({ unit, from: unit.from, to: unit.to, isWhole: true });

function coveredIn({ element, lines }: Unit, range: Range): PositionRange | null {
  if (!range.intersectsNode(element)) return null;
  const stretches = lines.flatMap(({ leaves }) =>
    leaves.flatMap((leaf) => (range.intersectsNode(leaf.node) ? [stretchOf(leaf, range)] : [])),
  );
  const words = stretches.filter(({ from, to }) => from < to);
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

function stretchOf({ node, from, to }: Leaf, range: Range): PositionRange {
  if (!(node instanceof Text)) return { from, to };
  return {
    from: range.startContainer === node ? from + range.startOffset : from,
    to: range.endContainer === node ? from + range.endOffset : to,
  };
}
