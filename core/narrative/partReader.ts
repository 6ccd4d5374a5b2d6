import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { partFragment, readPart } from './narrativeDoc';
import type { PartKey } from './parts';
import type { RichDoc, RichNode } from './richText';
import { canonicalNode } from './schema';

/**
 * Reads parts of a shared document again and again. Top-level nodes that did not change are the same objects as
 * the time before, so that whoever knows them need not look at them again.
 */
export class PartReader {
  readonly #doc: Y.Doc;
  readonly #known = new WeakMap<Y.XmlElement, RichNode>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The changed types of a transaction, with all that they stand in. */
  forget(changed: Iterable<unknown>): void {
    for (const type of changed) if (type instanceof Y.XmlElement) this.#known.delete(type);
  }

  /** As `readPart`. */
  read(part: PartKey): RichDoc {
    const children: unknown[] = partFragment(this.#doc, part).toArray();
    const elements = children.filter((child) => child instanceof Y.XmlElement);
    if (elements.length === 0 || elements.length < children.length) return readPart(this.#doc, part);
    return { type: 'doc', content: elements.map((element) => this.#readElement(element)) };
  }

  #readElement(element: Y.XmlElement): RichNode {
    const known = this.#known.get(element);
    if (known) return known;
    const attrs = element.getAttributes();
    // The root that is read holds the runs of each line of text as a list of their own.
    const content = yXmlFragmentToProsemirrorJSON(element).content.flat();
    const read = canonicalNode({ type: element.nodeName, attrs, content } as RichNode);
    this.#known.set(element, read);
    return read;
  }
}
