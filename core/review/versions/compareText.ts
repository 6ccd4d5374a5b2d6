import type { Node } from 'prosemirror-model';
import { type PartKey, sectionTitle } from '../../narrative/parts';
import type { RichDoc } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import { attributesKey } from '../compare/nodeKey';
import { alignTexts, type Only, type Pair, type Step } from './alignTexts';
import type { ComparedLine, ComparedPart, ComparedRun } from './comparison';
import { detailsOf, lookOf, nameOfBlock, storyLineTitle, textOf } from './lineWords';

/** How a part differs from another reading of it, line by line. Reading it the other way round swaps the two sides. */
export function compareText(part: PartKey, was: RichDoc, now: RichDoc): ComparedPart {
  const [before, after] = [narrativeSchema.nodeFromJSON(was), narrativeSchema.nodeFromJSON(now)];
  if (before.eq(after)) return { part, changes: 0, lines: [] };
  const writer = new LineWriter(part);
  writer.steps(alignTexts(before, after), { place: '', around: [] });
  return { part, changes: writer.changes, lines: writer.changes === 0 ? [] : writer.lines };
}

/** Where a line stands. */
interface Place {
  place: string;
  /** Blocks around it, outermost first. */
  around: readonly Node[];
}

/** What all lines of one change have in common. */
type Change = Pick<ComparedLine, 'moved' | 'change'>;

class LineWriter {
  readonly lines: ComparedLine[] = [];
  changes = 0;
  readonly #part: PartKey;
  readonly #moves = new Map<Pair, number>();

  constructor(part: PartKey) {
    this.#part = part;
  }

  steps(steps: readonly Step[], place: Place, change?: Change): void {
    for (const step of steps) {
      if (step.kind === 'pair') this.#pair(step, place, change);
      else if (step.moved) this.#moved(step, step.moved, place);
      else this.#only(step.node, place, { side: step.side, change: change ?? this.#newChange() });
    }
  }

  /** Within a move every difference belongs to it. */
  #pair(pair: Pair, place: Place, change?: Change): void {
    const { was, now, inside, words } = pair;
    if (inside) {
      const inner = this.#inside(now, place);
      const [old, fresh] = [detailsOf(was), detailsOf(now)];
      if (old !== fresh)
        this.#push(
          now,
          { ...place, place: inner.place },
          detailsLine(old, fresh, change ?? this.#newChange()),
        );
      this.steps(inside, inner, change);
      return;
    }
    const note = noteOf(was, now);
    const isSame = words.length === 0 && note === '' && attributesKey(was) === attributesKey(now);
    this.#push(now, place, {
      ...(change ?? (isSame ? { moved: null, change: 0 } : this.#newChange())),
      kind: isSame ? 'same' : 'changed',
      note,
      runs: words.length === 0 ? run('same', textOf(now)) : runsOf(pair),
    });
  }

  #moved({ side }: Only, pair: Pair, place: Place): void {
    const change = this.#moves.get(pair) ?? this.#newChange().change;
    this.#moves.set(pair, change);
    this.#pair(pair, place, { moved: side === 'was' ? 'from' : 'to', change });
  }

  #only(node: Node, place: Place, { side, change }: { side: Only['side']; change: Change }): void {
    const kind = side === 'was' ? 'deleted' : 'inserted';
    if (node.isTextblock || node.isLeaf)
      this.#push(node, place, { ...change, kind, note: '', runs: run(kind, textOf(node)) });
    else for (const child of node.children) this.#only(child, this.#inside(node, place), { side, change });
  }

  #inside(node: Node, { place, around }: Place): Place {
    const key: unknown = node.attrs.key;
    const title =
      node.type.name === 'section' ? sectionTitle(this.#part, String(key)) : nameOfBlock(node, place);
    return { place: title, around: [...around, node] };
  }

  #push(
    node: Node,
    { place, around }: Place,
    line: Omit<ComparedLine, 'look' | 'place'> & { look?: 'details' },
  ): void {
    this.lines.push({ look: lookOf(node, around), place, ...line });
  }

  #newChange(): Change {
    this.changes += 1;
    return { moved: null, change: this.changes };
  }
}

function detailsLine(was: string, now: string, change: Change) {
  const runs = [...run('deleted', was), ...run('inserted', now)];
  return { ...change, kind: 'changed' as const, note: '', look: 'details' as const, runs };
}

/** The words of a line, with those that only one side has. */
function runsOf({ was, now, words }: Pair): ComparedRun[] {
  const runs: ComparedRun[] = [];
  let at = 0;
  for (const change of words) {
    runs.push(...run('same', textOf(was, at, change.was.from)));
    const [gone, come] = [
      textOf(was, change.was.from, change.was.to),
      textOf(now, change.now.from, change.now.to),
    ];
    runs.push(
      ...(gone === come ? run('restyled', come) : [...run('deleted', gone), ...run('inserted', come)]),
    );
    at = change.was.to;
  }
  return [...runs, ...run('same', textOf(was, at))];
}

const run = (kind: ComparedRun['kind'], text: string): ComparedRun[] => (text === '' ? [] : [{ kind, text }]);

const kindNames: Readonly<Record<string, string>> = {
  paragraph: 'a paragraph',
  heading: 'a heading',
  codeBlock: 'code',
  title: 'a title',
  faqQuestion: 'a question',
  storyFact: 'a line of the story',
};

/** What became of a line besides its words. */
function noteOf(was: Node, now: Node): string {
  if (was.type !== now.type) {
    const [before, after] = [kindNames[was.type.name] ?? 'something else', kindNames[now.type.name]];
    return `It was ${before} and is ${after ?? 'something else'}.`;
  }
  if (attributesKey(was) === attributesKey(now)) return '';
  if (now.type.name === 'heading' && was.attrs.level !== now.attrs.level)
    return `It was a heading of level ${was.attrs.level} and is one of level ${now.attrs.level}.`;
  if (now.type.name === 'storyFact')
    return `It was “${storyLineTitle(was)}” and is “${storyLineTitle(now)}”.`;
  return 'Only how it looks is different.';
}
