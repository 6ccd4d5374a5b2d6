import type { NarrativeContent } from '../narrative/narrativeDoc';
import { type PartKey, partDefinitions, partKeys } from '../narrative/parts';
import { plainText } from '../narrative/plainText';
import { type RichNode, stringAttr } from '../narrative/richText';

/** A stretch of text that a finding can point into: a fixed section, an item, or a whole plain part. */
export interface CheckedText {
  part: PartKey;
  /** Section key or item id; '' for a plain part. */
  section: string;
  /** What a reader sees, without space around it. */
  text: string;
  /** The same text, character for character, with code blanked out: code may hold `[HOST]` and `TODO`. */
  prose: string;
}

/** Every stretch of a narrative that holds words, in reading order. */
export function checkedTexts(content: NarrativeContent): CheckedText[] {
  return partKeys.flatMap((part) => {
    const doc = content.parts[part];
    const pieces = partDefinitions[part].kind === 'plain' ? [doc] : (doc.content ?? []);
    return pieces.map((piece) => toCheckedText(part, piece)).filter(({ text }) => text !== '');
  });
}

function toCheckedText(part: PartKey, piece: RichNode): CheckedText {
  const whole = plainText(piece);
  const text = whole.trim();
  const start = whole.indexOf(text);
  const prose = plainText(blankCode(piece)).slice(start, start + text.length);
  return { part, section: stringAttr(piece, piece.type === 'section' ? 'key' : 'id'), text, prose };
}

function blankCode(node: RichNode, inCode = false): RichNode {
  const isCode =
    inCode || node.type === 'codeBlock' || (node.marks ?? []).some(({ type }) => type === 'code');
  if (node.text !== undefined) return isCode ? { ...node, text: ' '.repeat(node.text.length) } : node;
  if (!node.content) return node;
  return { ...node, content: node.content.map((child) => blankCode(child, isCode)) };
}
