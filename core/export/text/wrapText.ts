import { textWidth } from './textWidth';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Written without spaces, so that a line may break between any two words of it. */
const unspaced =
  /[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
/** No line begins with these, and none ends with those. */
const closing = /^[\p{Pe}\p{Pf}、。，．！？：；・…ー々ゝ]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
const address = /[a-z][a-z0-9+.-]*:\/\/|^<?mailto:/i;

/** What a dictionary is asked about at once: the time it takes grows with the square of it. */
const runLength = 64;

/**
 * Breaks a text into lines of at most `width` columns, at spaces and, where a script has none, between words.
 * What has no such place, such as an address, stays whole and may stand out. Line feeds stay; other runs of
 * spaces become one, apart from those that must not break.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(/[ \t]+/).filter((one) => one !== '')) {
    let space = line === '' ? '' : ' ';
    for (const piece of piecesOf(word)) {
      const needed = textWidth(piece);
      if (line !== '' && taken + space.length + needed > width) {
        lines.push(line);
        [line, taken] = [piece, needed];
      } else {
        line += `${space}${piece}`;
        taken += space.length + needed;
      }
      space = '';
    }
  }
  return [...lines, line];
}

/** Parts of a word between which a line may break. */
function piecesOf(word: string): string[] {
  if (!unspaced.test(word) || address.test(word)) return [word];
  const letters = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += runLength) {
    const run = letters.slice(at, at + runLength).join('');
    for (const { segment } of words.segment(run)) {
      const last = pieces.at(-1);
      if (last === undefined || mayBreak(last, segment)) pieces.push(segment);
      else pieces[pieces.length - 1] = last + segment;
    }
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  return unspaced.test(before.at(-1) ?? '') || unspaced.test(after.charAt(0));
}
