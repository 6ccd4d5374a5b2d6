import type { NarrativeContent } from '../../narrative/narrativeDoc';
import { type RichMark, type RichNode, stringAttr } from '../../narrative/richText';

/** A text as its reader meets it: words, and in the place of names what they stand for. */
export interface SaidNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: unknown[];
  content?: SaidNode[];
  /** What a record says that the node names. */
  shows?: unknown;
}

/**
 * What only names a place, or where words came from, or how wide a column is. None of it is read, and a restored
 * text may have other ones.
 */
const unread: ReadonlySet<string> = new Set(['id', 'from', 'bankNumber', 'fixed', 'colwidth', 'question']);

/** A text without what nobody reads in it, and with what the records say that it names. */
export function readAsSaid(node: RichNode, content: NarrativeContent): SaidNode {
  const said: SaidNode = { type: node.type };
  if (node.text !== undefined) said.text = node.text;
  const attrs = Object.entries(node.attrs ?? {}).filter(([name]) => !unread.has(name));
  if (attrs.length > 0) said.attrs = Object.fromEntries(attrs);
  const marks = (node.marks ?? []).flatMap((mark) => readMark(mark, content));
  if (marks.length > 0) said.marks = marks;
  if (node.content) said.content = joinTexts(node.content.map((child) => readAsSaid(child, content)));
  return withRecord(said, node, content);
}

function withRecord(said: SaidNode, node: RichNode, content: NarrativeContent): SaidNode {
  switch (node.type) {
    case 'fact': {
      const fact = recordOf(content.facts, stringAttr(node, 'key'));
      return fact ? { ...said, attrs: { ...said.attrs, value: fact.value } } : said;
    }
    case 'screen':
      return { ...said, shows: readScreen(stringAttr(node, 'id'), content) };
    case 'useCase':
      return { ...said, shows: readStoryboard(node, content) };
    default:
      return said;
  }
}

/** A promise is followed beside the text; a source card is part of what a sentence claims. */
function readMark(mark: RichMark, { evidence }: NarrativeContent): unknown[] {
  if (mark.type === 'promise') return [];
  if (mark.type !== 'evidence') return [mark];
  const card = recordOf(evidence, typeof mark.attrs?.id === 'string' ? mark.attrs.id : '');
  if (!card) return [];
  const { state, what, who, when, link, asset, note } = card;
  return [{ type: 'evidence', state, what, who, when, link, asset, note }];
}

function readScreen(id: string, { screens }: NarrativeContent): unknown {
  const screen = recordOf(screens, id);
  if (!screen) return null;
  const { title, alt, picture, hotspots } = screen;
  const places = hotspots.map(({ id: _id, ...place }) => place);
  return { title, alt, picture: picture?.png ?? '', places };
}

/** The frames of a use case; steps are told by their place, so that their ids may be others. */
function readStoryboard(useCase: RichNode, content: NarrativeContent): unknown {
  const board = recordOf(content.storyboards, stringAttr(useCase, 'id'));
  if (!board) return null;
  const steps = (useCase.content ?? [])
    .filter(({ type }) => type === 'step')
    .map((step) => stringAttr(step, 'id'));
  return board.frames.map(({ beat, caption, step, screen }) => ({
    beat,
    caption,
    step: step === '' ? null : steps.indexOf(step),
    screen: readScreen(screen, content),
  }));
}

/** Words that only a mark which nobody reads had parted are one piece again. */
function joinTexts(nodes: readonly SaidNode[]): SaidNode[] {
  const joined: SaidNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.text !== undefined && node.text !== undefined && hasMarksOf(last, node))
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

const hasMarksOf = (a: SaidNode, b: SaidNode): boolean => JSON.stringify(a.marks) === JSON.stringify(b.marks);

function recordOf<T>(records: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}
