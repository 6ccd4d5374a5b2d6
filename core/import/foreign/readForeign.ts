import type { Html, Root, RootContent } from 'mdast';
import { emptyContent } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../../narrative/parts';
import { sectionText } from '../../narrative/plainText';
import type { RichNode } from '../../narrative/richText';
import { canonicalDoc } from '../../narrative/schema';
import type { ImportedNarrative, Placing } from '../importedNarrative';
import { formatMarker } from '../markdown/dialect';
import type { FrontMatter } from '../markdown/frontMatter';
import { PartReader } from '../markdown/partReader';
import { readBlocks } from '../markdown/readBlocks';
import { leftoverFootnotes } from '../markdown/readDialect';
import { createReadingContext, type ReadingContext } from '../markdown/readingContext';
import { countPlacements } from '../placements';
import { addUnplaced } from '../unplaced';
import { withStates } from './answeredQuestions';
import { readSigns } from './documentSigns';
import { ForeignPlacer } from './foreignPlacer';
import { listImported, tellDoubts } from './listImported';
import type { PlacedBlock } from './recognised';
import { splitBlocks } from './splitBlocks';

/** Reads a text that somebody wrote elsewhere: titles and shapes say what belongs where, and nothing is dropped. */
export function readForeign(root: Root, front: FrontMatter, placing: Placing = 'guess'): ImportedNarrative {
  const context = createReadingContext(root);
  const nodes = splitBlocks(root.children);
  const placer = new ForeignPlacer(readSigns(nodes));
  if (front.title !== '') placer.addTitle(front.title, nodes[0]);
  for (const [index, node] of nodes.entries()) placer.add(node, index, nodes[index + 1]);
  const placed = placer.finish(placing);
  const content = emptyContent();
  for (const key of partKeys) {
    const blocks = placed.filter(({ place }) => place.part === key);
    if (blocks.length > 0) content.parts[key] = readPart(key, blocks, context);
  }
  const unplaced = [
    ...unreadFrontMatter(front),
    ...readBlocks(
      placer.unplaced.map(({ node }) => node),
      context,
    ),
    ...leftoverFootnotes(context),
  ];
  addUnplaced(content, unplaced);
  const blocks = listImported(content, [...placed, ...placer.unplaced]);
  const [title = ''] = (front.title || sectionText(content.parts.release, 'heading')).split('\n');
  const doubts = [...tellDoubts(blocks), ...context.doubts];
  return { content, meta: front.meta, title, parts: countPlacements(content, partKeys), doubts, blocks };
}

function readPart(key: PartKey, placed: readonly PlacedBlock[], context: ReadingContext) {
  const reader = new PartReader(key, context);
  const blocks = partDefinitions[key].kind === 'sections' ? sectioned(key, placed) : structured(key, placed);
  for (const block of blocks) reader.read(block);
  const doc = canonicalDoc(reader.finish());
  return partDefinitions[key].kind === 'faq' ? withStates(doc) : doc;
}

/** The comment and blocks of each section that got any, in the order of the part's sections. */
function sectioned(part: PartKey, placed: readonly PlacedBlock[]): RootContent[] {
  return partDefinitions[part].sections.flatMap(({ key, singleLine }) => {
    const blocks = placed.filter(({ place }) => place.section === key).map(({ node }) => node);
    return blocks.length === 0 ? [] : [sectionMarker(key), ...(singleLine ? blocks.map(asLine) : blocks)];
  });
}

const sectionMarker = (key: string): Html => ({
  type: 'html',
  value: formatMarker('section', key, { plain: true }),
});

/** Sections of one line hold plain words: no heading, and no slant or weight of their own. */
function asLine(node: RootContent): RootContent {
  if (node.type !== 'heading' && node.type !== 'paragraph') return node;
  const [only, ...others] = node.children;
  const isStyled = others.length === 0 && (only?.type === 'emphasis' || only?.type === 'strong');
  return { type: 'paragraph', children: isStyled ? only.children : node.children };
}

/** Blocks of parts whose headings are their structure; titles among questions stand outside of any. */
function structured(part: PartKey, placed: readonly PlacedBlock[]): RootContent[] {
  if (part === 'manuals') return manual(placed);
  return placed.flatMap(({ node }): RootContent[] => {
    const isGroup = partDefinitions[part].kind === 'faq' && node.type === 'heading' && node.depth === 2;
    return isGroup ? [endOfQuestion, node] : [node];
  });
}

/** Manuals with their sections; what stands above the first title of a manual is in one without a title. */
function manual(placed: readonly PlacedBlock[]): RootContent[] {
  let isOpen = false;
  let open = '';
  return placed.flatMap(({ node, place: { section } }): RootContent[] => {
    const isTitle = node.type === 'heading' && node.depth === 2;
    const begins = isOpen || isTitle ? [] : [manualMarker];
    const enters = section !== open && section !== '' && !isTitle ? [sectionMarker(section)] : [];
    isOpen = true;
    open = isTitle ? '' : section;
    return [...begins, ...enters, node];
  });
}

const manualMarker: Html = { type: 'html', value: formatMarker('manual', '', { bare: true }) };
const endOfQuestion: Html = { type: 'html', value: formatMarker('end', 'question') };

/** Fields that Dateline has no place for, kept as they stood. */
function unreadFrontMatter({ unread }: FrontMatter): RichNode[] {
  return unread === ''
    ? []
    : [{ type: 'codeBlock', attrs: { language: 'yaml' }, content: [{ type: 'text', text: unread }] }];
}
