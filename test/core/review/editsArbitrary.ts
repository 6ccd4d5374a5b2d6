import fc from 'fast-check';
import type { RichDoc, RichNode } from '../../../core/narrative/richText';
import { narrativeSchema, parseRichDoc } from '../../../core/narrative/schema';
import { nodeKey } from '../../../core/review/compare/nodeKey';

/** What somebody does to a text; numbers choose places in it. */
interface Edit {
  kind: 'type' | 'cut' | 'remove' | 'double' | 'swap' | 'write' | 'turn' | 'mark' | 'note';
  at: number;
  words: string;
}

export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('type', 'type', 'cut', 'remove', 'double', 'swap', 'write', 'turn', 'mark', 'note'),
    at: fc.nat(10_000),
    words: fc.constantFrom('more', 'a few words', 'x ', '修理', 'the the'),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The text after the edits; those that would break it are left out. */
export function edited(doc: RichDoc, edits: readonly Edit[]): RichDoc {
  return edits.reduce((before, edit) => {
    const after = structuredClone(before);
    apply(after, edit);
    return parseRichDoc(after).ok ? after : before;
  }, doc);
}

/** Equal for texts that say the same. */
export const said = (doc: RichDoc): string => nodeKey(narrativeSchema.nodeFromJSON(doc));

function apply(doc: RichDoc, { kind, at, words }: Edit): void {
  const text = pick(
    nodesOf(doc, (node) => node.type === 'text'),
    at,
  );
  const parent = pick(
    nodesOf(doc, ({ content }) => (content?.length ?? 0) > 0 && content?.[0]?.type !== 'text'),
    at,
  );
  const blocks = parent?.content ?? [];
  const index = at % Math.max(1, blocks.length);
  const block = blocks[index];
  const isFixed = block?.attrs?.fixed === true || block?.type === 'faqQuestion' || block?.type === 'title';
  switch (kind) {
    case 'type':
      if (text) text.text = insertAt(text.text ?? '', at, words);
      return;
    case 'cut':
      if (text) text.text = (text.text ?? '').slice(0, (at % (text.text ?? '').length) + 1);
      return;
    case 'mark':
      if (text) text.marks = [{ type: 'strike' }];
      return;
    case 'note':
      if (block?.type === 'paragraph')
        block.content = [...(block.content ?? []), { type: 'footnote', attrs: { text: words } }];
      return;
    case 'remove':
      if (!isFixed) blocks.splice(index, 1);
      return;
    case 'double':
      if (block && !isFixed && typeof block.attrs?.id !== 'string')
        blocks.splice(index, 0, structuredClone(block));
      return;
    case 'swap':
      if (block && !isFixed) blocks.splice(at % (blocks.length + 1), 0, ...blocks.splice(index, 1));
      return;
    case 'write':
      blocks.splice(index + 1, 0, { type: 'paragraph', content: [{ type: 'text', text: words }] });
      return;
    case 'turn':
      if (block?.type === 'paragraph') {
        block.type = 'heading';
        block.attrs = { level: 3 };
      }
      return;
  }
}

function insertAt(text: string, at: number, words: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + words + text.slice(place);
}

function nodesOf(root: RichNode, isWanted: (node: RichNode) => boolean): RichNode[] {
  const own = isWanted(root) ? [root] : [];
  return [...own, ...(root.content ?? []).flatMap((child) => nodesOf(child, isWanted))];
}

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
