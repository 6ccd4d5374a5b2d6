/** Control characters but for tab and line feed, halves of characters, and code points that are none. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu;

/** Text without characters that break files and readers; tab and line feed stay. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, '');
}
