/** Control characters, halves of characters, and code points that are none. */
const unprintable = /[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu;

/** Text without characters that break files and readers; tab and line feed stay. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, (char) => (/[\t\n]/.test(char) ? char : ''));
}
