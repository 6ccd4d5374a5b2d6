import * as Y from 'yjs';

/**
 * Makes a section of a part say exactly this, one paragraph a line. What did not change is left in place, so
 * that the same section edited elsewhere merges word by word.
 */
export function writeSectionText(fragment: Y.XmlFragment, key: string, text: string): void {
  const section = findSectionElement(fragment, key);
  if (!section) return;
  const lines = text.split('\n');
  const write = () => {
    if (section.length > lines.length) section.delete(lines.length, section.length - lines.length);
    lines.forEach((line, index) => {
      writeLine(section, index, line);
    });
  };
  if (section.doc) section.doc.transact(write);
  else write();
}

function findSectionElement(fragment: Y.XmlFragment, key: string): Y.XmlElement | undefined {
  return fragment
    .toArray()
    .find(
      (node): node is Y.XmlElement =>
        node instanceof Y.XmlElement && node.nodeName === 'section' && node.getAttribute('key') === key,
    );
}

function writeLine(section: Y.XmlElement, index: number, line: string): void {
  const block: unknown = index < section.length ? section.get(index) : undefined;
  const only: unknown = block instanceof Y.XmlElement && block.length === 1 ? block.get(0) : undefined;
  if (only instanceof Y.XmlText && isParagraph(block)) {
    replaceText(only, line);
    return;
  }
  if (isParagraph(block) && block.length === 0 && line === '') return;
  if (block !== undefined) section.delete(index, 1);
  const paragraph = new Y.XmlElement('paragraph');
  if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
  section.insert(index, [paragraph]);
}

const isParagraph = (block: unknown): block is Y.XmlElement =>
  block instanceof Y.XmlElement && block.nodeName === 'paragraph';

function replaceText(text: Y.XmlText, next: string): void {
  const old = plain(text);
  if (old === next) return;
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  if (isInsidePair(old, start) || isInsidePair(next, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  if (isInsidePair(old, old.length - end) || isInsidePair(next, next.length - end)) end -= 1;
  text.delete(start, old.length - end - start);
  text.insert(start, next.slice(start, next.length - end));
}

/** Words without their marks: `toString` would write bold as a tag. */
function plain(text: Y.XmlText): string {
  const delta: { insert: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

/** True between the two halves of one sign, where a cut would destroy it. */
function isInsidePair(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return at > 0 && next >= 0xdc00 && next <= 0xdfff;
}
