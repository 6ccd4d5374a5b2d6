import * as Y from 'yjs';
import { partFragment } from './narrativeDoc';
import { partKeys } from './parts';
import { markNames, nodeNames } from './richText';

const knownNodes: ReadonlySet<string> = new Set(nodeNames);
const knownMarks: ReadonlySet<string> = new Set(markNames);

/** y-tiptap stores overlapping marks of one kind as `name--<8 characters>`. */
const overlapSuffix = /--.{8}$/;

/** Whether this build knows a node by the name it has in the shared document. */
export const isKnownNode = (name: string): boolean => knownNodes.has(name);
/** Whether this build knows a mark by the name it has in the shared document. */
export const isKnownMark = (name: string): boolean => knownMarks.has(name.replace(overlapSuffix, ''));

/**
 * Names of nodes and marks in the shared document that this build does not know, such as `node callout`.
 * Binding an editor to such a document would delete them, so it must be refused first.
 */
export function findUnknownContent(doc: Y.Doc): string[] {
  const unknown = new Set<string>();
  for (const part of partKeys) collectUnknown(partFragment(doc, part), unknown);
  return [...unknown].sort();
}

function collectUnknown(parent: Y.XmlFragment | Y.XmlElement, unknown: Set<string>): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const name of markNamesOf(child)) if (!isKnownMark(name)) unknown.add(`mark ${name}`);
    } else if (child instanceof Y.XmlElement) {
      if (!isKnownNode(child.nodeName)) unknown.add(`node ${child.nodeName}`);
      collectUnknown(child, unknown);
    }
  }
}

function markNamesOf(text: Y.XmlText): string[] {
  const delta = text.toDelta() as { attributes?: Record<string, unknown> }[];
  return delta
    .flatMap((run) => Object.keys(run.attributes ?? {}))
    .map((name) => name.replace(overlapSuffix, ''));
}
