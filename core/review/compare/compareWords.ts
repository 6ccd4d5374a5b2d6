import { diffArrays } from 'diff';
import type { Node } from 'prosemirror-model';
import { inlineKey } from './nodeKey';

/** Words of one block in place of others, by their offsets in the block. */
export interface WordsChange {
  was: { from: number; to: number };
  now: { from: number; to: number };
}

interface Token {
  /** Offset in its block. */
  from: number;
  to: number;
  /** Equal for equal words with equal marks. */
  key: string;
  isSpace: boolean;
}

/** A word, a run of spaces, or one sign; scripts that put no spaces between words are taken sign by sign. */
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}\p{M}_'’]+|\s+|(?:\p{Extended_Pictographic}[\u200d\ufe0f\p{Emoji_Modifier}]*)+|.\p{M}*/gsu;

/** Beyond this many differences the block counts as written anew. */
const mostEdits = 1500;

/** What changed from one block's words to another's, in whole words, as few and as short as can be read. */
export function compareWords(was: Node, now: Node): WordsChange[] {
  const [a, b] = [tokensOf(was), tokensOf(now)];
  const changed = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (!changed) return [{ was: { from: 0, to: was.content.size }, now: { from: 0, to: now.content.size } }];
  const changes: WordsChange[] = [];
  let [i, j] = [0, 0];
  let isNear = false;
  for (const { added, removed, count } of changed) {
    if (!added && !removed) {
      const between = a.slice(i, i + count);
      isNear = changes.length > 0 && between.every(({ isSpace }) => isSpace);
      i += count;
      j += count;
      continue;
    }
    const [iNext, jNext] = [removed ? i + count : i, added ? j + count : j];
    const change = {
      was: { from: offsetOf(a, i), to: offsetOf(a, iNext) },
      now: { from: offsetOf(b, j), to: offsetOf(b, jNext) },
    };
    [i, j] = [iNext, jNext];
    const last = changes.at(-1);
    // Taken out and put in at one place, or with nothing but a space between, is one change to a reader.
    if (last && (isNear || (last.was.to === change.was.from && last.now.to === change.now.from))) {
      last.was.to = change.was.to;
      last.now.to = change.now.to;
    } else changes.push(change);
    isNear = false;
  }
  return changes;
}

/** A token's start; behind the last one the end of the block. */
function offsetOf(tokens: readonly Token[], index: number): number {
  return tokens[index]?.from ?? tokens.at(-1)?.to ?? 0;
}

function tokensOf(block: Node): Token[] {
  const text = block.textBetween(0, block.content.size, undefined, '\ufffc');
  return [...text.matchAll(pieces)].map(({ 0: piece, index: from }) => {
    const to = from + piece.length;
    return { from, to, key: inlineKey(block, from, to), isSpace: /^\s+$/u.test(piece) };
  });
}
