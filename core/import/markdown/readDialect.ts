import { emptyContent, type NarrativeContent } from '../../narrative/narrativeDoc';
import { type PartKey, partKeys } from '../../narrative/parts';
import type { RichDoc } from '../../narrative/richText';
import { canonicalDoc } from '../../narrative/schema';
import type { ImportedNarrative } from '../importedNarrative';
import { countPlacements } from '../placements';
import { addUnplaced } from '../unplaced';
import { parseMarker, partOfTitle } from './dialect';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { PartReader } from './partReader';
import { parseMarkdown } from './processor';
import { readBlock } from './readBlocks';
import { footnoteText } from './readInlines';
import { createReadingContext, type ReadingContext } from './readingContext';
import { textOf } from './textOf';

/** Reads Markdown that is in our own format; what it does not say is left at its default. */
export function parseDialect(text: string): ImportedNarrative {
  return readDialect(readFrontMatter(text));
}

const appendices: ReadonlySet<string> = new Set(['drawer', 'thread', 'minutes']);

/** The same, for a text whose front matter is read already. */
export function readDialect(front: FrontMatter): ImportedNarrative {
  const root = parseMarkdown(front.body);
  const context = createReadingContext(root);
  const { states, gate, records } = front;
  const cards = [...context.evidence.values()].flatMap(({ record }) => record ?? []);
  const evidence = Object.fromEntries(cards.map((card) => [card.id, card]));
  const content: NarrativeContent = { ...emptyContent(), states, gate, ...records, evidence };
  const found = new Set<PartKey>();
  const strays: RichDoc = { type: 'doc', content: [] };
  let reader: PartReader | null = null;
  const finish = () => {
    if (reader) content.parts[reader.part] = canonicalDoc(reader.finish());
  };
  let isText = false;
  let isAppendix = false;
  for (const node of root.children) {
    const part = node.type === 'heading' && node.depth === 1 && !isText ? partOfTitle(textOf(node)) : null;
    const marker = node.type === 'html' ? parseMarker(node.value)?.name : undefined;
    isText = marker === 'text' || marker === 'heading';
    // Drawer and thread are read from the front matter, and minutes from nowhere; the appendices are for people.
    isAppendix = part === null && (isAppendix || appendices.has(marker ?? ''));
    if (part !== null && !found.has(part)) {
      finish();
      found.add(part);
      reader = new PartReader(part, context);
    } else if (isAppendix) continue;
    else if (reader) reader.read(node);
    else strays.content?.push(...readBlock(node, context));
  }
  finish();
  const doubts = [...context.doubts];
  strays.content?.push(...leftoverFootnotes(context));
  if (addUnplaced(content, strays.content ?? []))
    doubts.push('Some text stood outside of every part. It is in the launch plan, under “Unplaced”.');
  const { meta, title, mark } = front;
  const read = { content, meta, title, parts: countPlacements(content, partKeys), doubts, blocks: [] };
  return mark ? { ...read, mark } : read;
}

/** Footnotes that nothing refers to, as paragraphs, so that their words are not lost. */
export function leftoverFootnotes(context: ReadingContext) {
  return [...context.unusedFootnotes]
    .map((id) => footnoteText(context.footnotes.get(id)))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }));
}
