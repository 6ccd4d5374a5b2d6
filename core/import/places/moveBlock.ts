import { updateYFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { partFragment, readPart } from '../../narrative/narrativeDoc';
import { type PartKey, partDefinitions } from '../../narrative/parts';
import { emptyFaqItem, partTemplate } from '../../narrative/partTemplate';
import { isBlank, plainText } from '../../narrative/plainText';
import { type RichDoc, type RichNode, stringAttr } from '../../narrative/richText';
import { canonicalDoc, narrativeSchema } from '../../narrative/schema';
import type { ImportedBlock } from '../importedNarrative';
import { unplacedTitle } from '../unplaced';
import { firstWords, toldBy } from './listBlocks';
import { looseBlocks } from './looseBlocks';

/** The block that is meant: by its place, and by its words where it has moved on since. */
export type BlockAddress = Pick<ImportedBlock, 'part' | 'section' | 'index' | 'words'>;

export interface BlockTarget {
  part: PartKey;
  section: string;
}

/**
 * Moves one block of a narrative to the end of another section or part, as an edit of its shared document. A new
 * question gets `newId`. False when no block there has these words any more; nothing is changed then.
 */
export function moveBlock(
  doc: Y.Doc,
  from: BlockAddress,
  { to, newId }: { to: BlockTarget; newId: string },
): boolean {
  const source = readPart(doc, from.part);
  const taken = takeBlock(source, from);
  if (!taken) return false;
  const target = to.part === from.part ? source : readPart(doc, to.part);
  const isOwnItem = partDefinitions[to.part].kind === kindOfItem(taken);
  const blocks = isOwnItem ? [taken] : looseBlocks(taken);
  putBlocks(target, blocks, { to, newId });
  doc.transact(() => {
    for (const [part, content] of new Map([
      [from.part, source],
      [to.part, target],
    ]))
      writePart(doc, part, content);
  });
  return true;
}

function writePart(doc: Y.Doc, part: PartKey, content: RichDoc): void {
  const node = narrativeSchema.nodeFromJSON(canonicalDoc(content));
  updateYFragment(doc, partFragment(doc, part), node, { mapping: new Map(), isOMark: new Map() });
}

/** Takes the block out, and leaves room to write where it stood alone. */
function takeBlock(doc: RichDoc, { part, section, index, words }: BlockAddress): RichNode | null {
  const holder = section === '' ? doc : holderOf(doc, section);
  const nodes = holder?.content ?? [];
  const isMeant = (node: RichNode | undefined) =>
    node !== undefined && node.type !== 'section' && firstWords(toldBy(node)) === words;
  const place = isMeant(nodes[index]) ? index : nodes.findIndex(isMeant);
  const taken = nodes[place];
  if (!holder || !taken) return null;
  const left = nodes.filter((node) => node !== taken);
  const last = left.at(-1);
  const isBareTitle = part === 'plan' && last?.type === 'heading' && plainText(last) === unplacedTitle;
  const kept = isBareTitle ? left.slice(0, -1) : left;
  holder.content =
    kept.length > 0 ? kept : section === '' ? (partTemplate(part).content ?? []) : [{ type: 'paragraph' }];
  return taken;
}

function holderOf(doc: RichDoc, section: string): RichNode | undefined {
  return (doc.content ?? []).find((node) => node.type === 'section' && stringAttr(node, 'key') === section);
}

function putBlocks(
  doc: RichDoc,
  blocks: RichNode[],
  { to, newId }: { to: BlockTarget; newId: string },
): void {
  const { kind, sections } = partDefinitions[to.part];
  const holder = to.section === '' ? doc : holderOf(doc, to.section);
  if (!holder) throw new RangeError(`There is no section "${to.section}" in ${to.part}.`);
  const isLine = sections.some(({ key, singleLine }) => key === to.section && singleLine);
  const fitting = isLine ? blocks.map(asParagraph) : blocks;
  const before = isBlank(holder) ? [] : (holder.content ?? []);
  if (kind === 'faq') holder.content = withAnswer(before, fitting, newId);
  else if (to.part === 'plan') holder.content = aboveUnplaced(before, fitting);
  else holder.content = [...before, ...fitting];
}

/** Questions become items; anything else is the answer of the last one, or of one that is still to be asked. */
function withAnswer(items: RichNode[], blocks: readonly RichNode[], newId: string): RichNode[] {
  const [first, ...rest] = blocks;
  if (!first || first.type === 'faqItem') return [...items, ...blocks];
  const isQuestion = first.type === 'heading' || /[?？]\s*$/.test(plainText(first));
  const last = items.at(-1);
  if (!isQuestion && last?.type === 'faqItem') {
    const written = (last.content ?? []).filter((node) => node.type === 'faqQuestion' || !isBlank(node));
    return [...items.slice(0, -1), { ...last, content: [...written, ...blocks] }];
  }
  const answer = isQuestion ? rest : blocks;
  const question: RichNode = { type: 'faqQuestion', content: isQuestion ? (first.content ?? []) : [] };
  const content = [question, ...(answer.length > 0 ? answer : [{ type: 'paragraph' as const }])];
  return [...items, { ...emptyFaqItem(newId), content }];
}

function aboveUnplaced(nodes: RichNode[], blocks: readonly RichNode[]): RichNode[] {
  const place = nodes.findIndex((node) => node.type === 'heading' && plainText(node) === unplacedTitle);
  return place === -1 ? [...nodes, ...blocks] : [...nodes.slice(0, place), ...blocks, ...nodes.slice(place)];
}

const asParagraph = (node: RichNode): RichNode =>
  node.type === 'heading' ? { type: 'paragraph', content: node.content ?? [] } : node;

function kindOfItem({ type }: RichNode): string | null {
  if (type === 'faqItem') return 'faq';
  if (type === 'useCase') return 'stories';
  return type === 'manual' ? 'manuals' : null;
}
