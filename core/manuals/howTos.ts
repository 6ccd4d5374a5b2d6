import { findSection, isBlank, plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

/** One task of a manual: its title and what follows, up to the next. */
export interface HowTo {
  /** Id of its heading; '' while it has none, as in a text that was never opened. */
  id: string;
  title: string;
  /** Id of the use case that it was begun from; '' for none. */
  from: string;
  /** The words of its numbered steps. */
  steps: string[];
  heading: RichNode;
  /** What stands below its title. */
  body: RichNode[];
}

/**
 * The how-tos of a manual in order. A title is a heading of the outermost level there, a heading with an id, or a
 * line that is bold throughout. A heading with nothing of its own above deeper how-tos only groups them.
 */
export function howTosOf(manual: RichNode): HowTo[] {
  const blocks = findSection(manual, 'howTo')?.content ?? [];
  const outermost = outermostLevel(blocks);
  const found: Titled[] = [];
  for (const block of blocks) {
    if (isTitle(block, outermost)) found.push({ title: block, body: [] });
    else found.at(-1)?.body.push(block);
  }
  return found.filter((titled, index) => !isGroup(titled, found[index + 1])).map(toHowTo);
}

interface Titled {
  title: RichNode;
  body: RichNode[];
}

/** Level of the outermost headings among these blocks; 0 when there is none. */
export function outermostLevel(blocks: readonly RichNode[]): number {
  const levels = blocks.filter(({ type }) => type === 'heading').map(levelOf);
  return levels.length === 0 ? 0 : Math.min(...levels);
}

const levelOf = (heading: RichNode): number => Number(heading.attrs?.level ?? 2);

function isTitle(block: RichNode, outermost: number): boolean {
  if (isBlank(block)) return false;
  if (block.type === 'heading') return stringAttr(block, 'id') !== '' || levelOf(block) === outermost;
  const inlines = block.type === 'paragraph' ? (block.content ?? []) : [];
  return inlines.length > 0 && inlines.every(isBold);
}

const isBold = ({ marks }: RichNode): boolean => marks?.some(({ type }) => type === 'bold') === true;

function toHowTo({ title, body }: Titled): HowTo {
  return {
    id: stringAttr(title, 'id'),
    title: plainText(title).replace(/\s+/gu, ' ').trim(),
    from: stringAttr(title, 'from'),
    steps: body.flatMap(stepsIn),
    heading: title,
    body,
  };
}

function isGroup({ title, body }: Titled, next: Titled | undefined): boolean {
  return next !== undefined && body.every(isBlank) && depthOf(next.title) > depthOf(title);
}

/** A bold line stands below every heading. */
const depthOf = (title: RichNode): number => (title.type === 'heading' ? levelOf(title) : 9);

function stepsIn(block: RichNode): string[] {
  if (block.type === 'orderedList') return (block.content ?? []).map(plainText).filter(Boolean);
  return (block.content ?? []).flatMap(stepsIn);
}
