import * as Y from 'yjs';
import type { NodeName, RichDoc, RichNode } from '../narrative/richText';
import { type PartText, PartTextWriter } from './partText';

/** The text of a part in the shared document, with the ids of its characters. */
export function readPartText(fragment: Y.XmlFragment): PartText {
  const writer = new PartTextWriter();
  writeChildren(writer, fragment, '');
  return writer.finish();
}

/** The text of a part that is plain data, whose characters have no ids. */
export function readDocText(doc: RichDoc): PartText {
  const writer = new PartTextWriter();
  const write = (node: RichNode, section: string): void => {
    if (node.type === 'text') writer.characters(node.text ?? '');
    else
      writer.node({
        node,
        section,
        writeChildren: (inside) => {
          for (const child of node.content ?? []) write(child, inside);
        },
      });
  };
  for (const child of doc.content ?? []) write(child, '');
  return writer.finish();
}

/** Deleted neighbours are walked too: they tell where their characters stood. */
function writeChildren(writer: PartTextWriter, parent: Y.XmlFragment, section: string): void {
  for (let item = parent._start; item; item = item.right) {
    const type = !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null;
    if (type instanceof Y.XmlText) writeText(writer, type);
    else if (type instanceof Y.XmlElement) {
      writer.node({
        node: readName(type),
        section,
        id: item.id,
        writeChildren: (inside) => writeChildren(writer, type, inside),
      });
    } else if (item.deleted) writer.ids(item.id, item.length, true);
  }
}

function writeText(writer: PartTextWriter, text: Y.XmlText): void {
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) writer.ids(item.id, item.length, true);
    else if (item.content instanceof Y.ContentString) {
      writer.ids(item.id, item.length, false);
      writer.characters(item.content.str);
    }
  }
}

/** Name and identity; other attributes do not matter here and cost time. */
function readName(element: Y.XmlElement): RichNode {
  const type = element.nodeName as NodeName;
  const attrs = { key: element.getAttribute('key'), id: element.getAttribute('id') };
  return { type, attrs };
}
