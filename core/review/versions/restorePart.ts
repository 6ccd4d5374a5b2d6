import { type Node, Slice } from 'prosemirror-model';
import * as Y from 'yjs';
import { partFragment } from '../../narrative/narrativeDoc';
import type { PartKey } from '../../narrative/parts';
import type { RichDoc } from '../../narrative/richText';
import { narrativeSchema } from '../../narrative/schema';
import { compareWords } from '../compare/compareWords';
import { pairBlocks } from '../compare/pairBlocks';
import { partNode } from '../partNode';
import { sharedBlocks, writeNode } from '../sharedBlocks';

/**
 * Has a part of the shared document say exactly what a text says. Only what differs is written, so that words which
 * both have keep their characters and what is put on them its place. Call it in a transaction.
 */
export function restorePart(doc: Y.Doc, part: PartKey, text: RichDoc): void {
  const fragment = partFragment(doc, part);
  const wanted = narrativeSchema.nodeFromJSON(text);
  const was = partNode(part, fragment);
  if (was.eq(wanted)) return;
  if (fragment.length === 0) fragment.insert(0, sharedBlocks(wanted.children));
  else writeBlocks(fragment, was, wanted);
  // Whatever two readings of one text may differ in, the version is what counts.
  if (!partNode(part, fragment).eq(wanted)) writeNode(fragment, wanted);
}

/** Blocks are written from the last one on, so that the places of those before stay what they were. */
function writeBlocks(parent: Y.XmlFragment, was: Node, wanted: Node): void {
  let [end, wantedEnd] = [was.childCount, wanted.childCount];
  const fill = (start: number, wantedStart: number) => {
    if (end > start) parent.delete(start, end - start);
    const added = wanted.children.slice(wantedStart, wantedEnd);
    if (added.length > 0) parent.insert(start, sharedBlocks(added));
  };
  for (const [index, wantedIndex] of pairBlocks(was.children, wanted.children).toReversed()) {
    fill(index + 1, wantedIndex + 1);
    writeBlock(parent, index, [was.child(index), wanted.child(wantedIndex)]);
    [end, wantedEnd] = [index, wantedIndex];
  }
  fill(0, 0);
}

function writeBlock(parent: Y.XmlFragment, index: number, [was, wanted]: readonly [Node, Node]): void {
  if (was.eq(wanted)) return;
  const block: unknown = parent.get(index);
  if (!(block instanceof Y.XmlElement) || block.nodeName !== wanted.type.name) {
    parent.delete(index, 1);
    parent.insert(index, sharedBlocks([wanted]));
  } else if (wanted.isTextblock) writeWords(block, was, wanted);
  else {
    writeAttributes(block, wanted);
    if (!wanted.isLeaf) writeBlocks(block, was, wanted);
  }
}

/** One stretch of words after the other: written at once, the words between two changes would be new ones. */
function writeWords(block: Y.XmlElement, was: Node, wanted: Node): void {
  let node = was;
  for (const change of compareWords(was, wanted).toReversed()) {
    const words = wanted.content.cut(change.now.from, change.now.to);
    node = node.replace(change.was.from, change.was.to, new Slice(words, 0, 0));
    writeNode(block, node);
  }
  // Attributes, too.
  writeNode(block, wanted);
}

function writeAttributes(block: Y.XmlElement, wanted: Node): void {
  const present: Readonly<Record<string, unknown>> = block.getAttributes();
  for (const [name, value] of Object.entries<unknown>(wanted.attrs)) {
    if (JSON.stringify(value) === JSON.stringify(present[name] ?? null)) continue;
    if (value === null) block.removeAttribute(name);
    // Numbers, lists and booleans are attributes here, too; only the types of Yjs know texts alone.
    else block.setAttribute(name, value as string);
  }
}
