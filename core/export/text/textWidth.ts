const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters of East Asia, their punctuation and full-width forms: they take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const withoutWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const ascii = /^[\x20-\x7e]*$/;

/** Columns that a text takes where every letter is as wide as the other, as in a mail. */
export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!withoutWidth.test(segment)) width += wide.test(segment) ? 2 : 1;
  }
  return width;
}
